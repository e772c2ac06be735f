import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Locale } from '#i18n/locale.ts';
import { type DecidesTexts, decidesTexts } from '#quiz/decides-texts.ts';

/** The words of the page as they stand in the file. */
export const decidesWordsOf = (locale: Locale): DecidesTexts =>
  decidesTexts.parse(parse(readFileSync(`content/quiz/decides/${locale}.yaml`, 'utf8')));
