import { expect, test } from 'vitest';
import { localeOf, locales } from '#i18n/locale.ts';
import { addresses, pageAt, pathTo, pathToGuide } from '#i18n/paths.ts';

test('every address ends with a slash, stands once, and lies under its language', () => {
  const all = Object.values(addresses).flatMap((page) => locales.map((locale) => ({ locale, path: page[locale] })));
  for (const { locale, path } of all) {
    expect(path).toMatch(/^\/([a-z-]+\/)*$/);
    expect(localeOf(path)).toBe(locale);
  }
  expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
});

test('a path leads back to its page and language', () => {
  expect(pageAt('/es/ayuda-ahora/')).toEqual({ page: 'helpNow', locale: 'es' });
  expect(pageAt('/nowhere/')).toBeUndefined();
  expect(pathTo('callBack', 'es')).toBe('/es/contacto/llamada/');
  expect(pathToGuide('que-es', 'es')).toBe('/es/guias/que-es/');
});
