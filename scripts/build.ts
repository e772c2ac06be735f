/** Builds into a folder of its own and moves it to `dist/` when it is whole: a failed build leaves the old site as it was. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { printed } from '../src/facts/finding.ts';
import { contentFindings, contentNotes, readContent } from '../src/guides/build/content.ts';
import { astro } from './astro.ts';
import { currentBuildId } from './fingerprint.ts';

const inProgress = 'dist.building';

/** Builds the site; resolves to an exit code. */
export async function build(): Promise<number> {
  const buildId = currentBuildId();
  const content = readContent();
  const findings = contentFindings(content);
  for (const note of contentNotes(new Date().toISOString().slice(0, 10), content)) console.log(`note ${printed(note)}`);
  for (const finding of findings) console.error(printed(finding));
  if (findings.length > 0) return 1;
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
