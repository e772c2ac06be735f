import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type Locale, locales } from '#i18n/locale.ts';
import { addresses, pathTo } from '#i18n/paths.ts';
import { offersTextsToo, shownFields } from '#requests/form-words.ts';
import { forms } from '#requests/forms.ts';
import { kinds } from '#requests/kind.ts';
import { manifest as manifestShape } from '#requests/manifest.ts';
import { attribute, type Element, elementsOf, linksIn, textOf, within } from './elements.ts';

const manifest = manifestShape.parse(JSON.parse(readFileSync('dist/endpoint.json', 'utf8')));
const pages = kinds.flatMap((kind) =>
  locales.map((locale) => ({ kind, locale, path: manifest.pages[kind]?.[locale] ?? '' })),
);
const fileAt = (path: string) => `dist${path}index.html`;
const formIn = (path: string): Element[] => {
  const form = elementsOf(fileAt(path)).find(({ tagName }) => tagName === 'form');
  return form ? within(form) : [];
};
const bytesOf = (text: string) => brotliCompressSync(text).length;

test('a demonstration takes all four kinds, each on a page of its own in both languages', () => {
  expect(Object.keys(manifest.pages).sort()).toEqual([...kinds, 'cancel'].sort());
  expect(new Set(pages.map(({ path }) => path)).size).toBe(8);
});

test.each(locales)('the page of all ways in "%s" leads to each form, with a sentence on it', (locale) => {
  const { ways } = manifest.texts[locale];
  const main = elementsOf(fileAt(pathTo('contact', locale))).find(({ tagName }) => tagName === 'main');
  for (const { kind, path } of pages.filter((page) => page.locale === locale)) {
    expect(linksIn(main)).toContain(path);
    expect(main && textOf(main)).toContain(ways[kind].what);
  }
});

const askWindow = pages.filter(({ kind }) => 'contactWindow' in forms[kind].shape).map(({ path }) => path);

test.each([...askWindow, ...locales.map((locale) => pathTo('check', locale))])(
  '%s says beside the parts of the week that nobody is there on holidays',
  (path) => {
    const [, hint] = /id="contactWindow-hint"[^>]*>([^<]*)/.exec(readFileSync(fileAt(path), 'utf8')) ?? [];
    expect(hint).toMatch(/Nobody is there on federal holidays\.|Los feriados federales no hay nadie\./);
  },
);

test.each(pages)('$path posts to the endpoint by itself, as what it is', ({ kind, locale, path }) => {
  const [form, ...inside] = formIn(path);
  expect([form && attribute(form, 'method'), form && attribute(form, 'action')]).toEqual(['post', '/api/v1/requests']);
  const hidden = inside.filter((one) => attribute(one, 'type') === 'hidden');
  const values = Object.fromEntries(hidden.map((one) => [attribute(one, 'name'), attribute(one, 'value')]));
  expect(values).toMatchObject({ kind, locale, disclosureVersion: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
});

test.each(pages)('$path shows every field once, each with a label, groups with a legend', ({ kind, path }) => {
  const inside = formIn(path);
  const controls = inside.filter(
    (one) =>
      /^(input|select)$/.test(one.tagName) && attribute(one, 'type') !== 'hidden' && attribute(one, 'name') !== 'more',
  );
  const labelled = inside.flatMap((one) => (one.tagName === 'label' ? (attribute(one, 'for') ?? []) : []));
  const ids = controls.map((one) => attribute(one, 'id') ?? '');
  expect(ids.filter((id) => !labelled.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  const names = [...new Set(controls.map((one) => attribute(one, 'name')))];
  const ticks = kind === 'text-info' || offersTextsToo(kind) ? ['textConsent'] : [];
  // The time is a field that only the endpoint or the script can fill.
  expect(names).toEqual([...shownFields[kind].filter((name) => name !== 'slot'), ...ticks]);
  for (const group of inside.filter(({ tagName }) => tagName === 'fieldset')) {
    expect(within(group).filter(({ tagName }) => tagName === 'legend')).toHaveLength(1);
  }
});

test.each(pages)('$path names what a browser may fill in, and ticks nothing for anybody', ({ path }) => {
  const inside = formIn(path);
  const completed = (name: string) => {
    const field = inside.find((one) => attribute(one, 'name') === name);
    return field && [attribute(field, 'type'), attribute(field, 'autocomplete')];
  };
  expect(completed('phone')).toEqual(['tel', 'tel']);
  if (completed('name')) expect(completed('name')).toEqual(['text', 'name']);
  if (completed('email')) expect(completed('email')).toEqual(['email', 'email']);
  const boxes = inside.filter((one) => attribute(one, 'type') === 'checkbox');
  expect(boxes.filter((one) => attribute(one, 'checked') !== undefined)).toEqual([]);
});

test.each(pages)(
  '$path has a place for a message at every field, and the parts that an answer shows',
  ({ kind, path }) => {
    const html = readFileSync(fileAt(path), 'utf8');
    for (const name of shownFields[kind]) expect(html.split(`<!--error:${name}-->`)).toHaveLength(2);
    const parts = [...html.matchAll(/<template[^>]* data-part="(\w+)"/g)].map(([, name]) => name);
    expect(parts).toEqual(expect.arrayContaining(['errors', 'notice', 'confirmation']));
    expect(parts.includes('slots')).toBe(kind === 'short-call');
  },
);

test.each(pages)(
  '$path says before its button who, what, how long, how to cancel, and whom to call now',
  ({ kind, locale, path }) => {
    const inside = formIn(path);
    const consent = inside.find(({ tagName }) => tagName === 'section');
    const text = consent ? textOf(consent) : '';
    expect(text).toContain(manifest.operator.legalName);
    for (const number of ['911', '988', '1-800-662-4357', String(manifest.operator.retentionDays)]) {
      expect(text).toContain(number);
    }
    const links = linksIn(consent);
    expect(links).toEqual(expect.arrayContaining([pathTo('privacy', locale), pathTo('healthData', locale)]));
    if (kind === 'text-info') expect(links).toContain(pathTo('terms', locale));
    const order = inside.map(({ tagName }) => tagName);
    expect(order.lastIndexOf('section')).toBeLessThan(order.lastIndexOf('button'));
  },
);

test.each<Locale>(['en', 'es'])(
  'the confirmation of a booked call in "%s" has its time and a file for the calendar',
  (locale) => {
    const html = readFileSync(fileAt(addresses.shortCall[locale]), 'utf8');
    expect(html).toMatch(/<a href="\[\[calendarUrl\]\]" download="(appointment|cita)\.ics">/);
    expect(html).toContain('[[time]]');
  },
);

/** A script file and all that it imports, each once. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, file = ''] of readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g))
    withImports(join(dirname(path), file), seen);
  return seen;
}

test.each(pages)('$path comes in 14.6 kB, and its own script in 4 kB, none of it for checking content', ({ path }) => {
  const html = readFileSync(fileAt(path), 'utf8');
  expect(bytesOf(html)).toBeLessThanOrEqual(14_600);
  const entries = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => `dist${source}`);
  const files = [...new Set(entries.flatMap((entry) => [...withImports(entry)]))];
  const scripts = files.map((file) => readFileSync(file, 'utf8'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.reduce((sum, script) => sum + bytesOf(script), 0)).toBeLessThanOrEqual(4000);
  expect(scripts.join('')).not.toMatch(/ZodError|invalid_type|libphonenumber/);
});
