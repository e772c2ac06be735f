import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { subjects } from '#guides/subjects.ts';
import { type GuideFile, type PlannedGuides, planned } from './corpus.ts';

/** What our build reads besides installed packages. */
const ours = ['content', 'public', 'scripts', 'src', 'astro.config.mjs', 'package.json', 'package-lock.json'];
const mapFile = 'content/content-map.yaml';
const locales = ['en', 'es'] as const;

const plannedGuides = (): PlannedGuides => parse(readFileSync(mapFile, 'utf8')).guides;

/** The guides as they are, in the order of the content map, each beside its Spanish version. */
export function realGuides(): GuideFile[] {
  return Object.keys(plannedGuides()).flatMap((key) =>
    locales.flatMap((locale) => {
      const file = `content/guides/${locale}/${key}.mdx`;
      return existsSync(file) ? [{ locale, key, source: readFileSync(file, 'utf8') }] : [];
    }),
  );
}

function writeGuides(folder: string, guides: readonly GuideFile[]): void {
  for (const locale of locales) {
    rmSync(join(folder, 'content/guides', locale), { recursive: true, force: true });
    mkdirSync(join(folder, 'content/guides', locale), { recursive: true });
  }
  for (const { locale, key, source } of guides) {
    writeFileSync(join(folder, 'content/guides', locale, `${key}.mdx`), source);
  }
}

/** The list of guides by subject, with every copy behind its original. */
function subjectsOf(guides: readonly GuideFile[], source: string): string {
  const keys = [...new Set(guides.map(({ key }) => key))];
  return Object.values(subjects)
    .flat()
    .reduce((left, real) => {
      const all = keys.filter((key) => key === real || key.replace(/-[a-z]+$/, '') === real);
      return left.replace(`'${real}'`, all.map((key) => `'${key}'`).join(', '));
    }, source);
}

/** This project with other guides. Its checks run as in any build, so all that they compare guides with has to know the copies. */
export function writeOurSite(folder: string, guides: readonly GuideFile[]): void {
  for (const name of ours) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeGuides(folder, guides);
  const map = parse(readFileSync(mapFile, 'utf8'));
  writeFileSync(join(folder, mapFile), stringify({ ...map, guides: { ...map.guides, ...planned(guides) } }));
  const subjectsFile = join(folder, 'src/guides/subjects.ts');
  writeFileSync(subjectsFile, subjectsOf(guides, readFileSync(subjectsFile, 'utf8')));
}

/** The least that makes pages of the same guides: Astro, its MDX integration, one plain page. */
export function writeBareSite(folder: string, guides: readonly GuideFile[]): void {
  cpSync(fileURLToPath(new URL('./bare', import.meta.url)), folder, { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeGuides(folder, guides);
}
