import { existsSync, readFileSync } from 'node:fs';
import { build } from './build.ts';
import { currentBuildId } from './fingerprint.ts';

/** Builds if anything the site is made of has changed. Ends the process where that fails. */
export async function ensureBuilt(): Promise<void> {
  const builtFrom = existsSync('dist/build-id.txt') ? readFileSync('dist/build-id.txt', 'utf8') : undefined;
  if (builtFrom === currentBuildId()) return;
  console.log('Building the site …');
  const code = await build();
  if (code !== 0) process.exit(code);
}
