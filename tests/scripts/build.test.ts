import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';

/** A copy of the project that builds guides only. */
const folder = mkdtempSync(join(tmpdir(), 'nrs-build-'));
for (const name of ['src', 'content', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json']) {
  cpSync(name, join(folder, name), { recursive: true });
}
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
for (const file of globSync('src/pages/**/*.{astro,ts}', { cwd: folder })) {
  // A file with an underscore is no page, but part of one.
  if (!/\/(guides|guias)\/|\/_[^/]*$/.test(file)) rmSync(join(folder, file));
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The guide that has too few sources is planned like any other. */
const subjects = join(folder, 'src/guides/subjects.ts');
writeFileSync(subjects, readFileSync(subjects, 'utf8').replace("'what-is-iop'", "'what-is-iop', 'thin-guide'"));

const former = join(folder, 'dist/index.html');
beforeEach(() => {
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'));
  writeFileSync(former, 'the site as it was');
});

/** Builds with one more file, and takes it away again. */
function buildWith(file: string, text: string) {
  const path = join(folder, file);
  writeFileSync(path, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(path);
  return { status, stdout, stderr };
}

const isAsItWas = () => readFileSync(former, 'utf8') === 'the site as it was';
const halfBuilt = () => existsSync(join(folder, 'dist.building'));

test('a fault in the content stops the build, and the former site stays', () => {
  const { status, stderr } = buildWith('content/guides/en/broken.mdx', '---\ntitle: [\n---\n\nText.\n');
  expect(status).toBe(1);
  expect(stderr).toContain('content/guides/en/broken.mdx:');
  expect([isAsItWas(), halfBuilt()]).toEqual([true, false]);
});

test('a page that breaks while it is drawn stops the build, and the former site stays', { timeout: 120_000 }, () => {
  const { status, stderr } = buildWith('src/pages/zz-broken.astro', "---\nthrow new Error('planted');\n---\n");
  expect(status).toBe(1);
  expect(stderr).toContain('planted');
  expect([isAsItWas(), halfBuilt()]).toEqual([true, false]);
});

/** Two things that stop no build and cost one: about twelve seconds. */
test('too few sources: no page and no link. A later English guide: a stamp on the Spanish one. The rest is built', {
  timeout: 120_000,
}, () => {
  const source = readFileSync('content/guides/en/what-is-iop.mdx', 'utf8');
  const [, frontMatter = ''] = source.split('---\n');
  const thin = frontMatter
    .replaceAll('what-is-iop', 'thin-guide')
    .replace(/\{fact:[^}]*\}/g, 'some time')
    .replace(/^(glossary|related): .*$/gm, '$1: []');
  const fact = '<Fact id="iop-hours-adult" />';
  const headings = source.match(/^## .*$/gm) ?? [];
  const linking = join(folder, 'content/guides/en/what-is-iop.mdx');
  const later = source.replace(/^dateModified: .*$/m, 'dateModified: 2099-01-01');
  writeFileSync(linking, `${later}\nRead [the thin guide](/guides/thin-guide/).\n`);
  const { status, stdout } = buildWith(
    'content/guides/en/thin-guide.mdx',
    `---\n${thin}---\n\n${headings.map((heading) => `${heading}\n\nIt takes ${fact}.\n`).join('\n')}`,
  );
  writeFileSync(linking, source);
  expect(status).toBe(0);
  expect(stdout).toContain('note content/guides/en/thin-guide.mdx not published "1 of tier A or B:');
  expect(existsSync(join(folder, 'dist/guides/thin-guide'))).toBe(false);
  expect(readFileSync(join(folder, 'dist/guides/what-is-iop/index.html'), 'utf8')).toContain('Read the thin guide.');
  const { slug } = parse(readFileSync('content/guides/es/what-is-iop.mdx', 'utf8').split('\n---\n')[0] ?? '');
  const spanish = readFileSync(join(folder, `dist/es/guias/${slug}/index.html`), 'utf8');
  expect(spanish).toContain('La guía en inglés cambió el 1 de enero de 2099.');
  expect(spanish).toMatch(/<a href="\/guides\/what-is-iop\/" hreflang="en"[^>]*>Leer la guía en inglés</);
  for (const page of globSync('dist/**/*.html', { cwd: folder })) {
    expect(readFileSync(join(folder, page), 'utf8'), page).not.toContain('/guides/thin-guide/');
  }
});
