import { fill } from '#i18n/fill.ts';
import type { Locale } from '#i18n/locale.ts';
import { listed } from './clauses.ts';
import type { DecidesTexts } from './decides-texts.ts';
import { levels, type Measure, type Reading, readings } from './readings.ts';
import type { When } from './rules.ts';
import { isAtLeast, type Situation } from './situations.ts';

/** The words a description is made of. */
export interface Telling {
  words: Pick<DecidesTexts, 'clauses' | 'uses' | 'always'>;
  locale: Locale;
}

const substances: readonly Measure[] = ['alcohol', 'sedatives', 'opioids', 'others'];
const isReading = (measure: Measure): measure is Reading => (readings as readonly Measure[]).includes(measure);

/** A text as a sentence of its own. */
export const sentence = (text: string, locale: Locale): string =>
  `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}.`;

/**
 * The lowest levels that stand at a number or above. Rules compare numbers, and two orders fork: "teen or above" takes in 65 and older,
 * which does not stand above teen.
 */
function leastLevels(measure: Measure, atLeast: number): number[] {
  if (!isReading(measure)) return [atLeast];
  const above = levels[measure].map((_, level) => level).filter((level) => level >= atLeast);
  return above.filter((level) => !above.some((other) => other !== level && isAtLeast(measure, level, other)));
}

type Conditions = readonly (readonly [measure: Measure, oneOf: readonly number[]])[];

/** Conditions as one run of clauses; substances go into one frame. */
function clausesOf(conditions: Conditions, { words, locale }: Telling): string {
  const clause = ([measure, oneOf]: Conditions[number]) => {
    const texts = oneOf.map((level) => words.clauses[measure][levels[measure][level] as string] as string);
    return listed(texts, locale, 'disjunction');
  };
  const used = conditions.filter(([measure]) => substances.includes(measure));
  const clauses = conditions.flatMap((condition) => {
    if (!used.includes(condition)) return [clause(condition)];
    return condition === used[0] ? [fill(words.uses, { list: listed(used.map(clause), locale) })] : [];
  });
  return clauses.length > 0 ? listed(clauses, locale) : words.always;
}

/** Each level as a clause of its own; the list of them means all at once, each "at least". */
export const levelsClause = (situation: Situation, telling: Telling): string =>
  clausesOf(
    (Object.entries(situation) as [Reading, number][]).map(([reading, level]) => [reading, [level]]),
    telling,
  );

/** A smallest situation as a plain sentence. */
export const situationSentence = (situation: Situation, telling: Telling): string =>
  sentence(levelsClause(situation, telling), telling.locale);

/** The condition of a rule as a plain sentence without its stop. */
export function whenClause(when: When, telling: Telling): string {
  const asked = Object.entries(when) as [Measure, string][];
  return clausesOf(
    asked.map(([measure, level]) => [
      measure,
      leastLevels(measure, (levels[measure] as readonly string[]).indexOf(level)),
    ]),
    telling,
  );
}
