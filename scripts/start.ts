/** `npm start`: builds if anything the site is made of has changed, then serves pages and endpoint from this process. */
import { existsSync, readFileSync } from 'node:fs';
import { build } from './build.ts';
import { currentBuildId } from './fingerprint.ts';

const builtFrom = existsSync('dist/build-id.txt') ? readFileSync('dist/build-id.txt', 'utf8') : undefined;
if (builtFrom !== currentBuildId()) {
  console.log('Building the site …');
  const code = await build();
  if (code !== 0) process.exit(code);
}
await import('../src/requests/run/node.ts');
