import type { RequestStore } from '../ports.ts';
import type { Database } from './database.ts';
import { sqlOver } from './sql.ts';
import { deskVerbs } from './sql-desk.ts';
import { erasingVerbs } from './sql-erase.ts';
import { evidenceVerbs } from './sql-evidence.ts';
import { healthVerb, watched } from './sql-health.ts';
import { intakeVerbs } from './sql-intake.ts';
import { outboxVerbs } from './sql-outbox.ts';
import { textVerbs } from './sql-texts.ts';

/**
 * The store over any database of D1's shape. `afterErasing` runs once the rows are gone, for databases that keep a log of
 * their own.
 */
export function sqlStore(database: Database, afterErasing: () => void = () => {}): RequestStore {
  const { database: own, hasFailed } = watched(database);
  const sql = sqlOver(own);
  return {
    ...intakeVerbs(sql),
    ...erasingVerbs(sql, afterErasing),
    ...deskVerbs(sql),
    ...healthVerb(sql, hasFailed),
    ...outboxVerbs(sql),
    ...evidenceVerbs(sql),
    ...textVerbs(sql),
  };
}
