import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettled } from '../src/site/build/settled.ts';

const inputs = ['content', 'public', 'src'];
const files = ['astro.config.mjs', 'package-lock.json'];

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** The id of a build: 12 hex digits that change with any of its inputs, settings included. The same inputs give the same id anywhere. */
export function fingerprint(env: Record<string, string | undefined> = process.env): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(readSettled(env).here));
  for (const file of [...inputs.flatMap(below), ...files].sort()) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** The id that a build of what is here now would have. Ends the process with one clear line where a setting is wrong. */
export function currentBuildId(): string {
  try {
    return fingerprint();
  } catch (error) {
    console.error(`Not started: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}
