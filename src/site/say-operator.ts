import { fill } from '#i18n/fill.ts';
import type { Locale } from '#i18n/locale.ts';
import { longDay } from '#i18n/long-day.ts';
import type { Operator } from './config.ts';
import type { OperatorTexts } from './operator-texts.ts';

/** The languages in which a person answers, as a sentence. */
export const whoAnswers = ({ languages }: Pick<Operator, 'languages'>, words: OperatorTexts): string =>
  fill(words.answersIn, { languages: languages.map((language) => words.languages[language]).join(words.and) });

/** When nobody is there besides the hours, as sentences; empty where nothing is to be said. */
export function whenClosed({ closed }: Pick<Operator, 'closed'>, words: OperatorTexts, locale: Locale): string {
  const days = closed.days.map((day) => longDay(day, locale));
  const listed = [days.slice(0, -1).join(', '), ...days.slice(-1)].filter(Boolean).join(words.and);
  return [closed.federalHolidays && words.holidays, listed && fill(words.closedDays, { days: listed })]
    .filter(Boolean)
    .join(' ');
}
