import type { Finding } from '#facts/finding.ts';
import { type Locale, locales, type PerLocale } from '#i18n/locale.ts';
import { type Avoided, type Language, wholeWords } from './avoid.ts';
import { english } from './avoid-english.ts';
import { spanish } from './avoid-spanish.ts';
import type { Words } from './manuscript.ts';
import { blank, withoutQuotes } from './quoted.ts';

/** A piece of content that readers see. */
export interface Text {
  file: string;
  /** Its language; undefined where it stands for both, as an operator's name does. */
  locale: Locale | undefined;
  /** True where the file is a page of its own, so that uses can be counted and the first one told. */
  isPage: boolean;
  /** What it says, in order of reading. */
  words: readonly Words[];
}

/** What is wrong with the words: findings that stop the build, and findings for a person to decide. */
export interface LanguageFindings {
  readonly failures: Finding[];
  readonly warnings: Finding[];
}

/** A language's tables, made ready to read many texts with. */
interface Reader extends Language {
  /** All rows that stop a build as one expression: almost no text breaks any, and one look for all costs a small part of one for each. */
  stopping: string;
  /** The same rows one by one, and the other rows. */
  failing: readonly Avoided[];
  speaking: readonly Avoided[];
  /** All official names as one expression. */
  anyName: string;
}

function readerOf(language: Language): Reader {
  const failing = language.avoided.filter(({ level }) => level === 'fail');
  return {
    ...language,
    stopping: failing.map(({ words }) => words).join('|'),
    failing,
    speaking: language.avoided.filter(({ level }) => level === 'warn'),
    anyName: language.officialNames.join('|'),
  };
}

const readers: PerLocale<Reader> = { en: readerOf(english), es: readerOf(spanish) };

/** One use of avoided words: in which of the words, and where there. */
interface Use {
  place: Words;
  found: string;
  index: number;
}

function usesOf({ words, mayBeQuoted }: Avoided, places: readonly Words[]): Use[] {
  return places.flatMap((place) => {
    const visible = mayBeQuoted ? withoutQuotes(place.words) : place.words;
    return [...visible.matchAll(wholeWords(words))].map((match) => ({ place, found: match[0], index: match.index }));
  });
}

/** Those uses of a row that break it: all, those above the page's allowance, or the first one where it comes without its explanation. */
function broken(avoided: Avoided, text: Text, places: readonly Words[]): Use[] {
  const { perPage, firstAs } = avoided;
  if ((perPage !== undefined || firstAs) && !text.isPage) return [];
  const uses = usesOf(avoided, places);
  if (!firstAs) return uses.slice(perPage ?? 0);
  // Search results show title and description alone: there readers' own words may stand.
  const [first] = uses.filter(({ place }) => place.field !== 'title' && place.field !== 'description');
  if (!first) return [];
  const around = first.place.words.slice(Math.max(0, first.index - 60), first.index + first.found.length + 30);
  return wholeWords(firstAs).test(around) ? [] : [first];
}

const isIn = (expression: string, places: readonly Words[]): boolean =>
  wholeWords(expression).test(places.map(({ words }) => words).join('\n'));

function withoutNames(places: readonly Words[], { officialNames, anyName }: Reader): readonly Words[] {
  if (!isIn(anyName, places)) return places;
  const names = officialNames.map(wholeWords);
  return places.map((place) => ({
    ...place,
    words: names.reduce((left, name) => left.replace(name, blank), place.words),
  }));
}

/** The rows of one level that are worth a look of their own in a text. */
function rowsFor(level: Avoided['level'], places: readonly Words[], { stopping, failing, speaking }: Reader) {
  if (level === 'warn') return speaking;
  return isIn(stopping, places) ? failing : [];
}

function findingsIn(text: Text, reader: Reader, level: Avoided['level']): Finding[] {
  const places = withoutNames(text.words, reader);
  return rowsFor(level, places, reader).flatMap((row) =>
    broken(row, text, places).map(({ place, found, index }) => ({
      file: text.file,
      line: place.line + place.words.slice(0, index).split('\n').length - 1,
      ...(place.field && { field: place.field }),
      rule: 'words to avoid',
      found: found.replace(/\s+/g, ' '),
      suggestion: row.instead,
    })),
  );
}

/**
 * Reads every text for words that our writing rules avoid. A text without a language is read in both. Each level is looked for when it is
 * asked for: a build wants failures alone, and warnings are most of the work.
 */
export function checkLanguage(texts: readonly Text[]): LanguageFindings {
  const at = (level: Avoided['level']) =>
    texts.flatMap((text) =>
      (text.locale ? [text.locale] : locales).flatMap((locale) => findingsIn(text, readers[locale], level)),
    );
  return {
    get failures() {
      return at('fail');
    },
    get warnings() {
      return at('warn');
    },
  };
}
