import type { Desk } from '../desk.ts';
import type { Bound, Database } from './database.ts';
import type { Sql } from './sql.ts';

/** A database that remembers whether it could do what it was last asked to write. */
export interface Watched {
  database: Database;
  hasFailed(): boolean;
}

/** Watches the writing of a database. A batch that failed for a reason of its own is taken back by the next one that does not. */
export function watched(database: Database): Watched {
  let failed = false;
  return {
    hasFailed: () => failed,
    database: {
      prepare: (sql) => database.prepare(sql),
      async batch(statements: Bound[]) {
        try {
          const results = await database.batch(statements);
          failed = false;
          return results;
        } catch (error) {
          failed = true;
          throw error;
        }
      },
    },
  };
}

const look = 'SELECT count(*) AS number FROM request WHERE id = ?';
/** A row that is gone with the same commit. It fills more pages than a request touches: on a full disk a little one may still find room. */
const insertTrial = "INSERT INTO stopped_endpoint (endpoint, stopped_at) VALUES ('trial', hex(zeroblob(65536)))";
const deleteTrial = "DELETE FROM stopped_endpoint WHERE endpoint = 'trial'";

/**
 * Whether it would take a request now: it can be read and, where the last write failed as on a full or read-only disk, written
 * again. Anybody may ask, so that a store that is well is not written to for it.
 */
export function healthVerb(sql: Sql, hasFailed: () => boolean): Pick<Desk, 'isHealthy'> {
  return {
    async isHealthy() {
      try {
        await sql.first(look, '');
        if (hasFailed()) await sql.batch([sql.bind(insertTrial), sql.bind(deleteTrial)]);
        return true;
      } catch {
        return false;
      }
    },
  };
}
