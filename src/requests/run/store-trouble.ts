import { NewerStore } from '../stores/sqlite.ts';
import { Refused } from './refused.ts';

const writable = 'Give DATA_DIR a folder that this user may write to; nothing could be saved here.';
const noRoom = 'Make room on this disk first.';

/** What to do about an error, by its code: Node's for folders, SQLite's numbers for files. */
const advice: Record<string, string> = {
  EACCES: writable,
  EPERM: writable,
  EROFS: writable,
  ENOSPC: noRoom,
  5: 'Something else holds the file: end it, or wait for it.',
  8: writable,
  10: 'The disk did not do as asked: look at it before anything else.',
  13: noRoom,
};

/** What to do about anything else, by what it happened to. */
const elsewise = {
  folder: writable,
  store: 'Nothing in it was changed. Bring back a backup, or move the file away to begin with an empty store.',
};

/** The refusal of a start for what happened to the store's folder or file: one line that says what to do. */
export function refusalFor(what: keyof typeof elsewise, path: string, error: unknown): Refused {
  const why = error instanceof Error ? error.message : String(error);
  const { code = '', errcode = '' } = error as { code?: string; errcode?: number };
  const todo =
    error instanceof NewerStore
      ? 'Start the version that made it, or restore the backup from before the upgrade.'
      : (advice[errcode] ?? advice[code] ?? elsewise[what]);
  return new Refused(`${path} cannot be used (${why}). ${todo}`);
}

/** Does something with the store's folder or file, or refuses. */
export function orRefuse<Result>(what: keyof typeof elsewise, path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw refusalFor(what, path, error);
  }
}
