import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Locale, PerLocale } from '#i18n/locale.ts';
import { type PlannerTexts, plannerTexts } from '#planner/texts.ts';

const read = (locale: Locale): PlannerTexts =>
  plannerTexts.parse(parse(readFileSync(`content/ui/${locale}.yaml`, 'utf8')).planner);

/** The words of the planner as readers get them. */
export const plannerWords: PerLocale<PlannerTexts> = { en: read('en'), es: read('es') };
