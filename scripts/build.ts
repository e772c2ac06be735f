/** Builds into a folder of its own and moves it to `dist/` when it is whole: a failed build leaves the old site as it was. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { astro } from './astro.ts';
import { currentBuildId } from './fingerprint.ts';

const inProgress = 'dist.building';

/** Builds the site; resolves to an exit code. */
export async function build(): Promise<number> {
  const buildId = currentBuildId();
  rmSync(inProgress, { recursive: true, force: true });
  const code = await astro(['build', '--outDir', inProgress, '--silent'], { NRS_BUILD_ID: buildId });
  if (code === 0) {
    writeFileSync(`${inProgress}/build-id.txt`, buildId);
    rmSync('dist', { recursive: true, force: true });
    renameSync(inProgress, 'dist');
  }
  rmSync(inProgress, { recursive: true, force: true });
  return code;
}

if (import.meta.main) process.exit(await build());
