import type { DatabaseSync } from 'node:sqlite';

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

interface Waiting {
  work: () => unknown;
  settle(outcome: Outcome): void;
}

/** A group of this size waits for nobody else. */
const fullGroup = 64;

/** Work on a file, done in groups that share one commit. */
export interface GroupCommit {
  /** Does the work, all of it or nothing; resolves once it is on the disk. What was taken back may be done again, so it only writes. */
  add<Value>(work: () => Value): Promise<Value>;
  /** Does what waits, now. */
  flush(): void;
}

/**
 * Work that comes together waits for one fsync instead of one after the other: a group is open as long as every turn of the event loop
 * brings more, which costs an idle server an empty turn and a busy one nothing. One piece that fails takes back nothing of the others: they are written again without it, which is rare, while a savepoint around each would
 * have SQLite copy every page that any of them touches. Nothing resolves before the commit.
 */
export function groupCommit(file: DatabaseSync): GroupCommit {
  let waiting: Waiting[] = [];

  function gather(before: number): void {
    setImmediate(() => {
      if (waiting.length > before && waiting.length < fullGroup) gather(waiting.length);
      else flush();
    });
  }

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
        if (waiting.length === 0) gather(0);
        const settle = (outcome: Outcome) => (outcome.ok ? resolve(outcome.value as Value) : reject(outcome.error));
        waiting.push({ work, settle });
      }),
  };
}

/**
 * One transaction for all. Where it fails, because of one piece or as a whole on a disk that is nearly full, each half gets a
 * transaction of its own, down to single pieces.
 */
function committed(file: DatabaseSync, group: readonly Waiting[]): Outcome[] {
  try {
    file.exec('BEGIN IMMEDIATE');
  } catch (error) {
    // Somebody else holds the file. Whoever waited once need not wait again for each piece, while nobody else is answered.
    return group.map(() => ({ ok: false, error }));
  }
  try {
    const outcomes = group.map(({ work }): Outcome => ({ ok: true, value: work() }));
    file.exec('COMMIT');
    return outcomes;
  } catch (error) {
    // Some errors of SQLite end the transaction themselves.
    if (file.isTransaction) file.exec('ROLLBACK');
    if (group.length === 1) return [{ ok: false, error }];
    const middle = Math.floor(group.length / 2);
    return [...committed(file, group.slice(0, middle)), ...committed(file, group.slice(middle))];
  }
}
