import { type Locale, locales, type PerLocale } from '#i18n/locale.ts';
import { type Agreement, agreements, type Disclosure, renderDisclosure, sectionOf } from '../disclosure.ts';

/** `content/consent/<version>.<locale>.md`, by path. */
const files = import.meta.glob<string>('/content/consent/*.md', { query: '?raw', import: 'default', eager: true });

const versions = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1)?.split('.')[0] ?? ''))].sort();

/** The wording that forms show now: the newest. */
export const currentVersion = versions.at(-1) ?? '';

const markdownOf = (version: string, locale: Locale): string => files[`/content/consent/${version}.${locale}.md`] ?? '';

/** An older version may not know an agreement that was added later. */
const isKnown = ({ version, locale, kind }: { version: string; locale: Locale; kind: Agreement }): boolean =>
  sectionOf(markdownOf(version, locale), kind) !== undefined;

/** Every version of every wording with the operator's values in it. A missing value stops the build. */
export function allDisclosures(values: PerLocale<Record<string, string | number>>): Promise<Disclosure[]> {
  const each = versions.flatMap((version) =>
    locales.flatMap((locale) => agreements.map((kind) => ({ version, locale, kind })).filter(isKnown)),
  );
  return Promise.all(each.map((one) => disclosure(one, values[one.locale])));
}

/** One wording with the operator's values in it. */
export function disclosure(
  which: { version: string; locale: Locale; kind: Agreement },
  values: Record<string, string | number>,
): Promise<Disclosure> {
  return renderDisclosure({ ...which, markdown: markdownOf(which.version, which.locale) }, values);
}
