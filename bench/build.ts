import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GuideFile, grown } from './build/corpus.ts';
import { type Cost, costOf } from './build/cost.ts';
import { realGuides, writeBareSite, writeOurSite } from './build/sites.ts';
import { verdict } from './figures.ts';
import { table } from './table.ts';

const sizes = [1000, 4000] as const;

/** What a build costs a guide. */
interface PerGuide {
  cpuMilliseconds: number;
  peakKilobytes: number;
}

const perGuide = ({ cpuSeconds, peakBytes }: Cost, guides: number): PerGuide => ({
  cpuMilliseconds: (cpuSeconds * 1000) / guides,
  peakKilobytes: peakBytes / 1000 / guides,
});

/** Runs commands one after the other on a site of so many guides, in a folder that is gone afterwards. All processes are counted. */
async function costsOf(
  write: (folder: string, guides: readonly GuideFile[]) => void,
  count: number,
  commands: readonly (readonly string[])[],
): Promise<PerGuide[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
  try {
    write(folder, grown(realGuides(), count));
    const costs = [];
    for (const command of commands) {
      costs.push(perGuide(await costOf(command, folder, { ASTRO_TELEMETRY_DISABLED: '1' }), count));
    }
    return costs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(count: number) {
  const [pages, copies] = await costsOf(writeOurSite, count, [
    ['scripts/run.mjs', 'scripts/build.ts'],
    ['scripts/run.mjs', 'scripts/compress.ts'],
  ]);
  const [bare] = await costsOf(writeBareSite, count, [['node_modules/astro/bin/astro.mjs', 'build', '--silent']]);
  if (!pages || !copies || !bare) throw new Error(`Not all was measured at ${count} guides.`);
  return { count, ours: pages, copies, bare };
}

/**
 * What a guide costs a build at 1,000 and at 4,000 guides, beside the barest Astro site of the same manuscripts. Ours includes all that
 * any host needs: the checks, the other pages, light styles, both search indexes. The compressed copies, which `npm run build` then adds
 * for our own server, have a row of their own. The bare site makes pages, and nothing else.
 */
export async function run(): Promise<string> {
  if (!existsSync('/proc/self/stat')) return 'Not run: what a process used is read from /proc, which only Linux has.';
  const measured = [];
  for (const count of sizes) measured.push(await measure(count));
  const rows = measured.flatMap(({ count, ours, copies, bare }) => [
    {
      measure: `${count} guides: CPU a guide, ms`,
      figures: [ours.cpuMilliseconds, bare.cpuMilliseconds],
      digits: 1,
    },
    {
      measure: `${count} guides: CPU a guide with compressed copies, ms`,
      figures: [ours.cpuMilliseconds + copies.cpuMilliseconds, bare.cpuMilliseconds],
      digits: 1,
    },
    { measure: `${count} guides: peak memory a guide, kB`, figures: [ours.peakKilobytes, bare.peakKilobytes] },
  ]);
  const [few, many] = measured;
  const wishes = [
    { what: 'CPU a guide, 4,000 beside 1,000', of: ({ cpuMilliseconds }: PerGuide) => cpuMilliseconds },
    { what: 'memory a guide, 4,000 beside 1,000', of: ({ peakKilobytes }: PerGuide) => peakKilobytes },
  ];
  return [
    table(['ours', 'bare Astro and MDX'], rows),
    ...wishes.map(({ what, of }) =>
      verdict({ what, ours: many ? of(many.ours) : Number.NaN, peer: few ? of(few.ours) : Number.NaN, atMost: 1 }),
    ),
    ...measured.map(({ count, ours, bare }) =>
      verdict({
        what: `CPU a guide beside the bare site, ${count} guides`,
        ours: ours.cpuMilliseconds,
        peer: bare.cpuMilliseconds,
        atMost: 1.5,
      }),
    ),
  ].join('\n');
}
