import { fill } from '#i18n/fill.ts';
import type { Answers } from './answers.ts';
import { type CareCard, careCards } from './care-cards.ts';
import { type Change, whatWouldChange } from './change.ts';
import { answerClauses, clauseOf, type Speech } from './clauses.ts';
import { becauseYouSaid, type MedicalReason, medicalReasons } from './explain.ts';
import { hear } from './heard.ts';
import { type Reading, reading } from './read-aloud.ts';
import type { Outcome, Result } from './result.ts';
import { say } from './say.ts';
import { tickedOptions } from './ticks.ts';
import type { OutcomeWords, Wording } from './wording.ts';

/** The words that a result needs. */
export type ResultWords = Pick<
  Wording,
  | 'questions'
  | 'outcomes'
  | 'checkIn'
  | 'andThen'
  | 'housingInstead'
  | 'medical'
  | 'care'
  | 'because'
  | 'flags'
  | 'how'
  | 'result'
>;

/** A kind of care as the result shows it. */
interface Level {
  heading: string;
  means: string;
  time: string | undefined;
}

/** A result in words, in the order shown. It holds no score and no rule's name. */
export interface Report {
  cards: CareCard[];
  /** "A starting point", or "The least that may fit". */
  eyebrow: string;
  level: Level;
  /** Why a medical check comes first. */
  medical: { heading: string; text: string[] }[];
  /** The program after the medical check. */
  andThen: Level | undefined;
  /** How sure this is, where it is not. */
  confidence: string | undefined;
  /** What else is possible. */
  also: string[];
  because: string[];
  changes: string[];
  notes: string[];
  /** How treatment can be arranged around what makes it hard. */
  how: string[];
  steps: string[];
  /** Facts behind all of the above. */
  facts: string[];
}

/** Weekly care for who ticked hardly a sign is called a talk with a doctor. */
function isCheckIn(outcome: Outcome, answers: Answers): boolean {
  const { signs, unknown } = hear(answers);
  return outcome === 'outpatient' && signs < 2 && !unknown.has('signs');
}

const levelOf = (
  { heading, means, time }: Pick<OutcomeWords, 'heading' | 'means' | 'time'>,
  { read }: Reading,
): Level => ({
  heading,
  means: read(means),
  time,
});

function reasonsIn(answers: Answers, result: Result, words: ResultWords, speech: Speech, { read }: Reading): string[] {
  return becauseYouSaid(result).map(({ questions, rules }) => {
    const quoted = fill(say(words.result.youSaid, speech.voice), {
      clauses: answerClauses(questions, answers, speech),
    });
    const why = rules.flatMap((rule) => words.because[rule] ?? []).map(read);
    return [quoted, ...why].join(' ');
  });
}

/** The 24-hour variant says all that the plain one says. */
const withoutRepeats = (reasons: MedicalReason[]): MedicalReason[] =>
  reasons.filter((reason) => reason !== 'WD' || !reasons.includes('WD-24H'));

/** One change as a sentence. Of several answers that would do the same the nearest is named; substances are all named. */
function changeIn(
  { question, options, headline, then, direction }: Change,
  words: ResultWords,
  speech: Speech,
): string {
  const { name } = words.outcomes[headline];
  return fill(say(words.result[direction], speech.voice), {
    clause: clauseOf(question, question === 'substances' ? options : options.slice(0, 1), speech),
    name: then ? fill(words.result.nameThen, { name, program: words.outcomes[then].name }) : name,
  });
}

function alsoPossible({ range, headline, then, because }: Result, words: ResultWords, { read }: Reading): string[] {
  const { outcomes, result, housingInstead } = words;
  const program = then ?? headline;
  const isHome = because.some(({ rule }) => rule === 'R-HOME' || rule === 'R-MENTAL-HOME');
  const lines = [
    range &&
      range.lowest !== range.highest &&
      fill(result.range, { lowest: outcomes[range.lowest].name, highest: outcomes[range.highest].name }),
    program === 'residential' && isHome && read(housingInstead),
    outcomes[program].also,
  ];
  return lines.filter((line): line is string => Boolean(line));
}

/** The result of these answers in words. Not for an emergency, which has a screen of its own. */
export function reportOf(answers: Answers, result: Result, words: ResultWords, speech: Speech): Report {
  const { headline, then, flags, confidence } = result;
  const aloud = reading(speech.voice);
  const wordsFor = (outcome: Outcome) => (isCheckIn(outcome, answers) ? words.checkIn : words.outcomes[outcome]);
  const report = {
    cards: careCards(answers, result, words.care, aloud),
    eyebrow: words.result.eyebrow[confidence === 'cannot-tell' ? 'least' : 'sure'],
    level: levelOf(wordsFor(headline), aloud),
    medical: withoutRepeats(medicalReasons(answers, result)).map((reason) => {
      const { heading, text, facts } = words.medical[reason];
      return { heading: say(heading, speech.voice), text: text.map((line) => aloud.read({ text: line, facts })) };
    }),
    andThen: then
      ? { ...levelOf(wordsFor(then), aloud), heading: fill(words.andThen.heading, { name: wordsFor(then).name }) }
      : undefined,
    confidence: confidence === 'fairly-sure' ? undefined : words.result.confidence[confidence],
    also: alsoPossible(result, words, aloud),
    because: reasonsIn(answers, result, words, speech, aloud),
    changes: whatWouldChange(answers, result).map((change) => changeIn(change, words, speech)),
    notes: flags.flatMap((flag) => (flag === 'LOW-CONFIDENCE' ? [] : aloud.read(words.flags[flag]))),
    how: tickedOptions(answers, 'practical').flatMap((option) => {
      const note = words.how[option as keyof Wording['how']];
      return note ? aloud.read(note) : [];
    }),
    steps: words.outcomes[headline].steps.map((step) => say(step, speech.voice)),
  };
  return { ...report, facts: [...aloud.facts] };
}
