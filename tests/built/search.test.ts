import { existsSync, globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { addresses } from '#i18n/paths.ts';
import { finder } from '#site/find.ts';
import { fullTextFolder, indexPath, keyOf, type SearchIndex } from '#site/search-index.ts';

const languages = ['en', 'es'] as const;
const read = (path: string) => readFileSync(`dist${path}`, 'utf8');
const bytesOf = (text: string) => brotliCompressSync(text).length;
const indexOf = (language: (typeof languages)[number]): SearchIndex => JSON.parse(read(indexPath(language)));
const rules: { prefix: string; headers: Record<string, string> }[] = JSON.parse(read('/headers.json'));
const headersOf = (path: string) => rules.find(({ prefix }) => path.startsWith(prefix))?.headers ?? {};
const sitemap = [...read('/sitemap-0.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
  ([, url]) => new URL(url ?? '').pathname,
);
const isSpanish = (path: string) => path.startsWith('/es/');

/** The scripts of a page: what stands in it, and the files that it names. */
function scriptsOf(path: string): { inline: string[]; files: string[] } {
  const all = [...read(path).matchAll(/<script(?![^>]*json)([^>]*)>(.*?)<\/script>/gs)];
  return {
    inline: all.map(([, , code = '']) => code).filter(Boolean),
    files: all.flatMap(([, attributes = '']) => attributes.match(/src="([^"]+)"/)?.[1] ?? []),
  };
}

const searching = [
  ['/search/index.html', 'en'],
  ['/es/buscar/index.html', 'es'],
  ['/404.html', 'en'],
  ['/404.html', 'es'],
] as const;

test.each(searching)(
  '%s loads no file before somebody searches, and then two round trips answer in "%s"',
  (page, language) => {
    const { inline, files } = scriptsOf(page);
    // The page is the first round trip, its index is the second: nothing else is asked for in between.
    expect(files).toEqual([]);
    expect(read(page)).not.toMatch(/rel="(modulepreload|preload|prefetch)"/);
    expect(read(page)).toContain(`data-index="${indexPath(language)}"`);
    expect(inline.join()).toContain('data-results');
  },
);

test.each(searching)('the first answer of %s in "%s" is at most 100 kB, page and index together', (page, language) => {
  expect(bytesOf(read(page)) + bytesOf(read(indexPath(language)))).toBeLessThanOrEqual(100_000);
});

test.each(searching)('the script of %s is at most 2.5 kB', (page) => {
  const { inline } = scriptsOf(page);
  expect(inline.reduce((sum, code) => sum + bytesOf(code), 0)).toBeLessThanOrEqual(2_500);
});

test.each(languages)('the small index in "%s" is at most 30 kB', (language) => {
  expect(bytesOf(read(indexPath(language)))).toBeLessThanOrEqual(30_000);
});

test.each(languages)(
  'the small index in "%s" holds every page of the sitemap in that language and no other',
  (language) => {
    const wanted = sitemap.filter((path) => isSpanish(path) === (language === 'es')).sort();
    expect(
      indexOf(language)
        .pages.map(({ path }) => path)
        .sort(),
    ).toEqual(wanted);
  },
);

test.each(languages)('pages in "%s" are known by what they say, with every figure in its place', (language) => {
  const { pages } = indexOf(language);
  for (const { title, description } of pages) {
    expect(title).not.toBe('');
    expect(description).not.toBe('');
  }
  expect(JSON.stringify(pages)).not.toMatch(/\{fact:|\[\[|\{\w+\}/);
  const guide = pages.find(
    ({ path }) => path.startsWith(addresses.guides[language]) && path !== addresses.guides[language],
  );
  expect(guide?.headings.length).toBeGreaterThan(2);
});

test.each(languages)(
  'every word of content/search in "%s" leads where it should, with its accents and without',
  (language) => {
    const index = indexOf(language);
    const find = finder(index);
    for (const { words, leadsTo } of index.synonyms) {
      for (const word of words) {
        const best = find(word)
          .pages.slice(0, leadsTo.length + 3)
          .map(({ path }) => path);
        expect(best, word).toContain(index.pages[leadsTo[0] ?? 0]?.path);
        const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
        expect(find(plain).pages, word).toEqual(find(word).pages);
      }
    }
  },
);

/** What people type, and the page that has to stand first, as `content/search` calls it. */
const asked = {
  en: [
    ['detox', 'withdrawal-and-detox-safety'],
    ['can i detox at home', 'withdrawal-and-detox-safety'],
    ['withdrawl', 'withdrawal-and-detox-safety'],
    ['xanax', 'withdrawal-and-detox-safety'],
    ['IOP', 'what-is-iop'],
    ['intensive out patient', 'what-is-iop'],
    ['am I an alcoholic?', 'check'],
    ['i want to die', 'helpNow'],
    ['overdose', 'helpNow'],
    ['narcan', 'helpNow'],
    ['988', 'helpNow'],
    ['clear my history', 'sharedDevice'],
    ['talk to someone', 'callBack'],
    ['rehab', 'inpatient-and-residential-treatment'],
    ['rehab near me', 'find-and-compare-programs'],
    ['PHP', 'levels-of-care'],
    ['day program', 'levels-of-care'],
    ['inpatient vs outpatient', 'levels-of-care'],
    ['sober living', 'home-transport-and-recovery-housing'],
    ['halfway house', 'home-transport-and-recovery-housing'],
    ['can i keep my job', 'working-during-iop'],
    ['will my boss find out', 'privacy-and-treatment-records'],
    ['how do i tell my boss', 'telling-your-employer'],
    ['can i get fired for going to rehab', 'ada-and-job-protection'],
    ['fmla paperwork', 'fmla-for-treatment'],
    ['short term disability', 'pay-during-treatment'],
    ['eap', 'employee-assistance-programs'],
    ['nurse license', 'licensed-and-safety-sensitive-jobs'],
    ['how much does it cost', 'cost-and-insurance'],
    ['isurance', 'cost-and-insurance'],
    ['no insurance', 'paying-without-insurance'],
    ['medicaid', 'paying-without-insurance'],
    ['hipaa', 'privacy-and-treatment-records'],
    ['suboxone', 'medications-in-treatment'],
    ['methodone', 'medications-in-treatment'],
    ['drug test', 'drug-testing-in-treatment'],
    ['what if i relapse', 'slips-and-return-to-use'],
    ['do i have to talk in group', 'group-therapy'],
    ['AA', 'support-groups-and-alternatives'],
    ['12 step', 'support-groups-and-alternatives'],
    ['depression', 'mental-health-and-iop'],
    ['does it work', 'does-iop-work'],
    ['what happens the first day', 'first-week-in-iop'],
    ['how many hours a week', 'iop-weekly-schedule'],
    ['telehealth', 'online-iop'],
    ['aftercare', 'after-iop'],
    ['my husband drinks', 'help-someone-you-care-about'],
    ['help my son', 'help-someone-you-care-about'],
    ['pregnant', 'parents-pregnancy-and-caregivers'],
    ['dui', 'court-ordered-treatment'],
    ['college', 'students-and-young-adults'],
    ['inpateint', 'inpatient-and-residential-treatment'],
  ],
  es: [
    ['IOP', 'what-is-iop'],
    ['cuántas horas', 'what-is-iop'],
    ['alcoholico', 'check'],
    ['quiero morir', 'helpNow'],
    ['sobredosis', 'helpNow'],
    ['suisidio', 'helpNow'],
    ['borrar el historial', 'sharedDevice'],
    ['hablar con alguien', 'callBack'],
    ['rehabilitación', 'inpatient-and-residential-treatment'],
    ['anexo', 'inpatient-and-residential-treatment'],
    ['desintoxicasion', 'withdrawal-and-detox-safety'],
    ['dejar de tomar', 'withdrawal-and-detox-safety'],
    ['hospitalización parcial', 'levels-of-care'],
    ['cuánto cuesta', 'cost-and-insurance'],
    ['aseguranza', 'cost-and-insurance'],
    ['sin seguro', 'paying-without-insurance'],
    ['sin papeles', 'paying-without-insurance'],
    ['puedo seguir trabajando', 'working-during-iop'],
    ['se va a enterar mi jefe', 'privacy-and-treatment-records'],
    ['permiso del trabajo', 'fmla-for-treatment'],
    ['me van a correr', 'telling-your-employer'],
    ['metadona', 'medications-in-treatment'],
    ['recaida', 'slips-and-return-to-use'],
    ['primera semana', 'first-week-in-iop'],
    ['mi esposo toma mucho', 'help-someone-you-care-about'],
    ['ayudar a mi hijo', 'help-someone-you-care-about'],
    ['encontrar un programa', 'find-and-compare-programs'],
  ],
} as const;

/** What `content/search` calls the page at a path. */
function keyAt(path: string): string {
  const [, english = path] = /hreflang="en" href="https?:\/\/[^/]+([^"]+)"/.exec(read(`${path}index.html`)) ?? [];
  return keyOf({ path, englishPath: english });
}

test.each(languages)('what people type in "%s" leads first where they want to go', (language) => {
  const find = finder(indexOf(language));
  const first = asked[language].map(([query]) => [query, keyAt(find(query).pages[0]?.path ?? '/')]);
  expect(first).toEqual(asked[language]);
});

test.each(languages)("Pagefind's files in %j are those that its search asks for and no more", (language) => {
  const folder = `dist${fullTextFolder(language)}`;
  const files = globSync('**/*.*', { cwd: folder }).filter((name) => !/\.(br|gz)$/.test(name));
  const kinds = files.map((name) => name.replace(/[a-z]{2}_[a-f\d]+/, '#').replace(`.${language}.`, '.@.'));
  expect([...new Set(kinds)].sort()).toEqual([
    'fragment/#.pf_fragment',
    'index/#.pf_index',
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.#.pf_meta',
    'pagefind.js',
    'wasm.@.pagefind',
  ]);
  const guides = globSync(`dist${addresses.guides[language]}*/index.html`).length;
  expect(files.filter((name) => name.startsWith('fragment/'))).toHaveLength(guides);
});

test.each(languages)("Pagefind's scripts in %j have small copies, its packed files have none", (language) => {
  const folder = `dist${fullTextFolder(language)}`;
  for (const name of ['pagefind.js', 'pagefind-worker.js']) expect(existsSync(`${folder}${name}.br`)).toBe(true);
  expect(globSync('**/*.{pagefind,pf_meta,pf_index,pf_fragment}.{br,gz}', { cwd: folder })).toEqual([]);
});

test.each(languages)(
  'the worker in %j has a policy of its own, and the pages that start it do not have that',
  (language) => {
    expect(headersOf(`${fullTextFolder(language)}pagefind-worker.js`)['Content-Security-Policy']).toBe(
      "default-src 'none'; connect-src 'self'; script-src 'wasm-unsafe-eval'",
    );
    expect(headersOf(addresses.search[language])['Content-Security-Policy']).toContain("worker-src 'self'");
    expect(headersOf(addresses.search[language])['Content-Security-Policy']).not.toContain('wasm');
  },
);

test('guides mark their own words for the full text, and no other page marks any', () => {
  for (const file of globSync('dist/**/*.html')) {
    const isGuide = /^dist\/(guides|es\/guias)\/[^/]+\/index\.html$/.test(file);
    expect(readFileSync(file, 'utf8').includes('data-pagefind-body'), file).toBe(isGuide);
  }
});

test.each([
  ['/search/index.html', '/guides/'],
  ['/es/buscar/index.html', '/es/guias/'],
])('%s lists every guide without script and is kept out of search engines', (page, prefix) => {
  const html = read(page);
  for (const path of sitemap.filter((one) => one.startsWith(prefix))) expect(html).toContain(`href="${path}"`);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<noscript>');
});

test('every page of the site links to the search in its language', () => {
  // A page that only leads on to another has no header.
  for (const file of globSync('dist/**/*.html').filter((name) => readFileSync(name, 'utf8').includes('<header'))) {
    const path = file.startsWith('dist/es/') ? addresses.search.es : addresses.search.en;
    expect(readFileSync(file, 'utf8').includes(`href="${path}"`), file).toBe(true);
  }
});
