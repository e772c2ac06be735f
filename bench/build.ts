import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grown } from './build/corpus.ts';
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

/** Builds one site of so many guides, all processes counted, in a folder that is gone afterwards. */
async function builtFrom(kind: 'ours' | 'bare', count: number): Promise<PerGuide> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
  const guides = grown(realGuides(), count);
  try {
    if (kind === 'ours') {
      writeOurSite(folder, guides);
      return perGuide(await costOf(['scripts/run.mjs', 'scripts/build.ts'], folder), count);
    }
    writeBareSite(folder, guides);
    const telemetry = { ASTRO_TELEMETRY_DISABLED: '1' };
    return perGuide(await costOf(['node_modules/astro/bin/astro.mjs', 'build', '--silent'], folder, telemetry), count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What a guide costs a build at 1,000 and at 4,000 guides, beside the barest Astro site of the same manuscripts. Ours includes all that
 * `npm run build` does: the checks, the other pages, light styles, both search indexes, compressed copies of every file. The bare site
 * makes pages, and nothing else.
 */
export async function run(): Promise<string> {
  if (!existsSync('/proc/self/stat')) return 'Not run: what a process used is read from /proc, which only Linux has.';
  const measured = [];
  for (const count of sizes) {
    measured.push({ count, ours: await builtFrom('ours', count), bare: await builtFrom('bare', count) });
  }
  const rows = measured.flatMap(({ count, ours, bare }) => [
    {
      measure: `${count} guides: CPU a guide, ms`,
      figures: [ours.cpuMilliseconds, bare.cpuMilliseconds],
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
