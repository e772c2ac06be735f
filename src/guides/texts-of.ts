import type { ContentFile, Field } from '#facts/content-file.ts';
import { type Locale, locales } from '#i18n/locale.ts';
import type { Text } from './language.ts';
import type { Manuscript, Words } from './manuscript.ts';

/** An id or an address is for machines: `sober-house-pair`, `https://…`. One plain word can be a label. */
const isForMachines = (value: string): boolean => /^[a-z0-9]+([-_/.][a-z0-9]+)+$|^[a-z]+:\/\/\S+$/i.test(value);

/** A source's title and publisher are its own words, so nothing below `source` is read. */
function stringsIn(data: unknown, field: Field = []): [words: string, field: Field][] {
  if (typeof data === 'string') return isForMachines(data) ? [] : [[data, field]];
  if (Array.isArray(data)) return data.flatMap((item, place) => stringsIn(item, [...field, place]));
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data)
    .filter(([key]) => key !== 'source')
    .flatMap(([key, value]) => stringsIn(value, [...field, key]));
}

const isLocale = (name: unknown): name is Locale => locales.includes(name as Locale);

/** The language a file is written in by its name or folder: `en.yaml`, `2026-11-22.es.md`, `guides/es/…`. */
const localeOfFile = (file: string): Locale | undefined => file.split(/[/.]/).findLast(isLocale);

/** The texts of a YAML file, one per language that its name or its keys tell. */
export function textsOfYaml({ file, data, lineOf }: ContentFile): Text[] {
  const strings = stringsIn(data);
  return [undefined, ...locales].flatMap((locale) => {
    const words = strings
      .filter(([, field]) => (field.findLast(isLocale) ?? localeOfFile(file)) === locale)
      .map(([words, field]): Words => ({ words, line: lineOf(field), field: field.map(String).join('.') }));
    return words.length > 0 ? [{ file, locale, isPage: false, words }] : [];
  });
}

/** The text of a guide or plain page. */
export const textOfManuscript = ({ file, prose }: Manuscript): Text => ({
  file,
  locale: localeOfFile(file),
  isPage: true,
  words: prose,
});

/** The text of a Markdown file without front matter, such as a consent text. */
export const textOfMarkdown = (file: string, source: string): Text => ({
  file,
  locale: localeOfFile(file),
  isPage: false,
  words: [{ words: source, line: 1 }],
});
