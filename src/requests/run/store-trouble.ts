import { NewerStore } from '../stores/sqlite.ts';
import { Refused } from './refused.ts';

const writable = 'Give DATA_DIR a folder that this user may write to; nothing could be saved here.';
const otherVersion = 'Start the version that made it, or restore the backup from before the upgrade.';

/** What to do about an error, by its code: Node's for folders, SQLite's numbers for the file. */
const advice: Record<string, string> = {
  EACCES: writable,
  EPERM: writable,
  EROFS: writable,
  ENOENT: writable,
  ENOTDIR: writable,
  EEXIST: writable,
  ENOSPC: 'Make room on this disk first.',
  5: 'Something else holds the file: end it, or wait for it.',
  8: writable,
  10: 'The disk did not do as asked: look at it before anything else.',
  11: 'Restore a backup: docs/operating/routine.md says how.',
  13: 'Make room on this disk first.',
  14: writable,
  26: 'Restore a backup: docs/operating/routine.md says how.',
};

/** Does something with the files of a data folder. Where that cannot be done, refuses in one line that says what to do. */
export function withFilesOf<Result>(dataDir: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused || !(error instanceof Error)) throw error;
    const { code = '', errcode = '' } = error as { code?: string; errcode?: number };
    const todo = error instanceof NewerStore ? otherVersion : (advice[errcode] ?? advice[code] ?? writable);
    throw new Refused(`DATA_DIR=${dataDir} cannot hold the store: ${error.message}. ${todo}`);
  }
}
