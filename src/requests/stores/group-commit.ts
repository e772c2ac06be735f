import type { DatabaseSync } from 'node:sqlite';

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

interface Waiting {
  work: () => unknown;
  settle(outcome: Outcome): void;
}

/** Work on a file, done in groups that share one commit. */
export interface GroupCommit {
  /** Does the work, all of it or nothing; resolves once it is on the disk. */
  add<Value>(work: () => Value): Promise<Value>;
  /** Does what waits, now. */
  flush(): void;
}

/**
 * Work that comes in the same turn of the event loop waits for one fsync together instead of one after the other. Each piece
 * stands in a savepoint of its own, so that one that fails takes back nothing of the others. Nothing resolves before the commit.
 */
export function groupCommit(file: DatabaseSync): GroupCommit {
  let waiting: Waiting[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const outcomes = committed(file, group);
    for (const [place, { settle }] of group.entries()) settle(outcomes[place] as Outcome);
  }

  return {
    flush,
    add: <Value>(work: () => Value) =>
      new Promise<Value>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        const settle = (outcome: Outcome) => (outcome.ok ? resolve(outcome.value as Value) : reject(outcome.error));
        waiting.push({ work, settle });
      }),
  };
}

/** One transaction for all. Where it fails as a whole, as on a disk that is nearly full, each piece gets a transaction of its own. */
function committed(file: DatabaseSync, group: readonly Waiting[]): Outcome[] {
  try {
    file.exec('BEGIN IMMEDIATE');
  } catch (error) {
    // Somebody else holds the file. Whoever waited once need not wait again for each piece, while nobody else is answered.
    return group.map(() => ({ ok: false, error }));
  }
  try {
    const outcomes = group.map(({ work }) => inSavepoint(file, work));
    file.exec('COMMIT');
    return outcomes;
  } catch (error) {
    if (file.isTransaction) file.exec('ROLLBACK');
    return group.length === 1 ? [{ ok: false, error }] : group.flatMap((one) => committed(file, [one]));
  }
}

/** Throws only where the whole transaction is gone: some errors of SQLite end it. */
function inSavepoint(file: DatabaseSync, work: () => unknown): Outcome {
  file.exec('SAVEPOINT piece');
  try {
    const value = work();
    file.exec('RELEASE piece');
    return { ok: true, value };
  } catch (error) {
    if (!file.isTransaction) throw error;
    file.exec('ROLLBACK TO piece; RELEASE piece');
    return { ok: false, error };
  }
}
