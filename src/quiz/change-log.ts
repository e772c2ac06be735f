import type { PerLocale } from '#i18n/locale.ts';
import { answerRules } from './answer-rules.ts';
import { groupsOf } from './by-outcome.ts';
import { answersTo, countsAs } from './counts-as.ts';
import { questions } from './questions.ts';
import { levels } from './readings.ts';
import type { Tables } from './rules.ts';

/** A clinician who read the rules of a version and stands by what is said of them. */
export interface Review {
  name: string;
  /** Profession and license, as the reviewer wants it named. */
  role: PerLocale<string>;
  /** ISO date. */
  day: string;
}

export interface Change {
  /** As in `version.ts`: the first number changes when some answers get another outcome. */
  version: string;
  /** ISO date. */
  day: string;
  change: PerLocale<string>;
  /** First 16 hex digits of the SHA-256 of `whatDecides`: a rule cannot change without a new line here. */
  fingerprint: string;
  /** Null until a clinician has reviewed this version. */
  review: Review | null;
}

/** What changed in the rules, newest first. */
export const changeLog: readonly [Change, ...Change[]] = [
  {
    version: '1.0.0',
    day: '2026-11-22',
    change: { en: 'First version.', es: 'Primera versión.' },
    fingerprint: '1461e972d5c4ecef',
    review: null,
  },
];

/** Everything that decides, as one text: how answers are read, the rule tables, and all that follows from them. */
export function whatDecides(tables: Tables): string {
  const read = questions.map((question) => [
    question.id,
    answersTo(question).map((answer) => [answer, countsAs(question, answer)]),
  ]);
  const situations = groupsOf(tables).map((group) => [
    group.leadsTo,
    group.situations.map((situation) => JSON.stringify(situation)).sort(),
  ]);
  return JSON.stringify({ levels, read, answerRules, tables, situations });
}
