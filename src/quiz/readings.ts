import type { Heard } from './heard.ts';
import type { OptionOf, SingleId } from './questions.ts';

/**
 * What the rules may ask about, and the levels of each from lowest to highest (fit criteria 3.1). In tables a level is written as its word;
 * in calculation it is its place in this list. Two orders are partial: quiet < few < most but finished only stands above quiet; teen and
 * older each stand above adult, not above each other.
 */
export const levels = {
  age: ['adult', 'teen', 'older'],
  pregnancy: ['no', 'yes'],
  alcohol: ['no', 'yes'],
  sedatives: ['no', 'yes'],
  opioids: ['no', 'yes'],
  /** Stimulants, cannabis or other. */
  others: ['no', 'yes'],
  pattern: ['quiet', 'finished', 'few', 'most'],
  withdrawal: ['none', 'symptoms', 'severe'],
  health: ['ok', 'managed', 'serious'],
  mental: ['ok', 'moderate', 'severe'],
  signs: ['0-1', '2-3', '4-5', '6+'],
  tried: ['none', 'weekly', 'iop', 'residential'],
  overdose: ['no', 'risky', 'overdose'],
  home: ['supportive', 'alone', 'using', 'unsafe'],
  between: ['likely', 'maybe', 'unlikely'],
  selfharm: ['none', 'thoughts'],
  /** The three below follow from the others. Is anything used now: pattern few or most. */
  active: ['no', 'yes'],
  /** How many of alcohol, sedatives and opioids. */
  downers: ['0', '1', '2', '3'],
  /** Withdrawal score: 1 a doctor should check before stopping, 2 medical check first, 3 a 24-hour place is likely. */
  score: ['0', '1', '2', '3'],
} as const;

export type Measure = keyof typeof levels;
export type Level<M extends Measure> = (typeof levels)[M][number];
export type Reading = Exclude<Measure, 'active' | 'downers' | 'score'>;
/** One small whole number per measure. Those that follow from others are written by `settle`. */
export type Measures = Record<Measure, number>;

/** The readings that answers set; the order also numbers the whole space of them. */
export const readings = (Object.keys(levels) as Measure[]).slice(0, -3) as Reading[];

/** The number of a level. */
export const levelOf = <M extends Measure>(measure: M, level: Level<M>): number =>
  (levels[measure] as readonly string[]).indexOf(level);

const allLowest = Object.fromEntries(Object.keys(levels).map((measure) => [measure, 0])) as Measures;

/** Every measure at its lowest, as a new object. */
export const lowest = (): Measures => ({ ...allLowest });

type ReadQuestion = Exclude<SingleId, 'now'>;

/** What each answer becomes, `unknown` included: it is read cautiously, as the right-hand column of fit criteria 2.1 says. */
export const readAs: { readonly [Id in ReadQuestion]: Readonly<Record<OptionOf<Id>, Level<Id>>> } = {
  selfharm: { none: 'none', thoughts: 'thoughts', plan: 'thoughts', unknown: 'thoughts' },
  age: { under18: 'teen', '18to64': 'adult', '65plus': 'older', unknown: 'adult' },
  pregnancy: { no: 'no', yes: 'yes', unknown: 'yes' },
  pattern: {
    stopped30: 'quiet',
    'medicine-stable': 'quiet',
    'finished-program': 'finished',
    'few-days': 'few',
    'most-days': 'most',
    daily: 'most',
    'quit-recently': 'most',
    unknown: 'most',
  },
  withdrawal: {
    none: 'none',
    symptoms: 'symptoms',
    severe: 'severe',
    'never-stopped': 'symptoms',
    unknown: 'symptoms',
  },
  health: { ok: 'ok', managed: 'managed', serious: 'serious', unknown: 'managed' },
  mental: { ok: 'ok', moderate: 'moderate', severe: 'severe', unknown: 'moderate' },
  tried: { none: 'none', weekly: 'weekly', iop: 'iop', residential: 'residential', unknown: 'weekly' },
  overdose: { no: 'no', risky: 'risky', overdose: 'overdose', unknown: 'risky' },
  home: { supportive: 'supportive', alone: 'alone', using: 'using', unsafe: 'unsafe', unknown: 'using' },
  between: { likely: 'likely', maybe: 'maybe', unlikely: 'unlikely', unknown: 'maybe' },
};

/** Signs not said count as 4–5. */
const unknownSigns = levelOf('signs', '4-5');

/** The readings of answers. Substances not said count as all; ticks beside `unknown` never lower it. */
export function readingsOf(heard: Heard): Measures {
  const measures = lowest();
  for (const [question, words] of Object.entries(readAs)) {
    const word = (words as Record<string, string>)[heard[question as ReadQuestion]];
    measures[question as ReadQuestion] = (levels[question as ReadQuestion] as readonly string[]).indexOf(word ?? '');
  }
  const { substances, unknown } = heard;
  const uses = (...classes: string[]) =>
    Number(unknown.has('substances') || classes.some((name) => substances.includes(name)));
  measures.alcohol = uses('alcohol');
  measures.sedatives = uses('sedatives');
  measures.opioids = uses('opioids');
  measures.others = uses('stimulants', 'cannabis', 'other');
  const counted = Math.min(Math.trunc(heard.signs / 2), 3);
  measures.signs = unknown.has('signs') ? Math.max(counted, unknownSigns) : counted;
  return measures;
}

/**
 * The answers as given, and once more with use on most days where `never-stopped` meets alcohol or sedatives: two substances may stand
 * behind one answer about the pattern. The higher of the two decides (fit criteria 3.8).
 */
export function bothWays(heard: Heard): readonly Heard[] {
  const { alcohol, sedatives, pattern } = readingsOf(heard);
  const contradicts = heard.withdrawal === 'never-stopped' && alcohol + sedatives > 0;
  return contradicts && pattern !== levelOf('pattern', 'most') ? [heard, { ...heard, pattern: 'most-days' }] : [heard];
}
