import { closeSync, openSync, writeSync } from 'node:fs';

/** Where a file of SQLite says which version may write it, and a version that none of today may. */
const [writeVersion, later] = [18, 3];

/** Makes a store file one that SQLite reads and never writes, whoever asks: file modes do not stop the user that tests may run as. */
export function makeReadOnly(path: string): void {
  const file = openSync(path, 'r+');
  writeSync(file, Uint8Array.of(later), 0, 1, writeVersion);
  closeSync(file);
}
