import { type Locale, locales, type PerLocale } from '#i18n/locale.ts';
import { type Disclosure, renderDisclosure } from '../disclosure.ts';
import { type Kind, kinds } from '../request.ts';

/** `content/consent/<version>.<locale>.md`, by path. */
const files = import.meta.glob<string>('/content/consent/*.md', { query: '?raw', import: 'default', eager: true });

const versions = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1)?.split('.')[0] ?? ''))].sort();

/** The wording that forms show now: the newest. */
export const currentVersion = versions.at(-1) ?? '';

/** Every version of every wording with the operator's values in it. A missing file or value stops the build. */
export function allDisclosures(values: PerLocale<Record<string, string | number>>): Promise<Disclosure[]> {
  const each = versions.flatMap((version) =>
    locales.flatMap((locale) => kinds.map((kind) => ({ version, locale, kind }))),
  );
  return Promise.all(each.map((one) => disclosure(one, values[one.locale])));
}

/** One wording with the operator's values in it. */
export function disclosure(
  which: { version: string; locale: Locale; kind: Kind },
  values: Record<string, string | number>,
): Promise<Disclosure> {
  const markdown = files[`/content/consent/${which.version}.${which.locale}.md`] ?? '';
  return renderDisclosure({ ...which, markdown }, values);
}
