import { existsSync, readFileSync } from 'node:fs';
import { currentBuildId } from '../scripts/fingerprint.ts';

/** Ends the process with one clear line unless `dist/` was built from what is here: old pages would give new figures a false name. */
export function requireFreshBuild(): void {
  const builtFrom = existsSync('dist/build-id.txt') ? readFileSync('dist/build-id.txt', 'utf8') : undefined;
  if (builtFrom === currentBuildId()) return;
  console.error(
    `dist/ ${builtFrom ? 'is older than what it is built from' : 'is missing'}. Build first: npm run build`,
  );
  process.exit(1);
}
