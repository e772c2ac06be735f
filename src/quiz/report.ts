import { fill } from '#i18n/fill.ts';
import type { Answers } from './answers.ts';
import { type Change, whatWouldChange } from './change.ts';
import { answerClauses, clauseOf, listed, type Speech } from './clauses.ts';
import { evaluate } from './evaluate.ts';
import { becauseYouSaid } from './explain.ts';
import type { Result } from './result.ts';
import { say } from './say.ts';
import { levelName, shownFor } from './shown.ts';
import { tickedOptions } from './ticks.ts';
import type { Wording } from './wording.ts';

/** The words that are put together by what was answered. All others stand in the page. */
export type ReportWords = Pick<Wording, 'questions' | 'because' | 'summary'> & {
  outcomes: Readonly<Record<keyof Wording['outcomes'], { name: string }>>;
  checkIn: { name: string };
  result: Pick<Wording['result'], 'youSaid' | 'youAlsoSaid' | 'range' | 'raises' | 'lowers' | 'nameThen'>;
};

/** A result, ready to be shown. It holds no score and no rule's name. */
export interface Report {
  /** Names of the parts of the page that fit, facts included. */
  shown: ReadonlySet<string>;
  version: string;
  /** The suggestion as it is named in a sentence, with the program after a medical check. */
  name: string;
  /** Reasons, each tied to answers. The one that decided stands first. */
  because: string[];
  changes: string[];
  /** How far the result could reach, if answers are open. */
  range: string;
  /** What a reader may add to a request, exactly as it would be sent. */
  summary: string;
}

/** The longest summary, in characters. A request takes no longer one. */
export const longestSummary = 4000;

function reasonsIn(
  answers: Answers,
  result: Result,
  { because, result: words }: ReportWords,
  speech: Speech,
): string[] {
  return becauseYouSaid(result).map(({ questions, rules }, place) => {
    const said = say(place === 0 ? words.youSaid : words.youAlsoSaid, speech.voice);
    const quoted = fill(said, { clauses: answerClauses(questions, answers, speech) });
    return [quoted, ...rules.flatMap((rule) => (because[rule] ? say(because[rule].text, speech.voice) : []))].join(' ');
  });
}

const withProgram = (name: string, program: string | undefined, { nameThen }: ReportWords['result']): string =>
  program ? fill(nameThen, { name, program }) : name;

/** One change as a sentence. Of several answers that would do the same the nearest is named; substances are all named. */
function changeIn(
  { question, options, headline, then, direction }: Change,
  { outcomes, result }: ReportWords,
  speech: Speech,
): string {
  return fill(say(result[direction], speech.voice), {
    clause: clauseOf(question, question === 'substances' ? options : options.slice(0, 1), speech),
    name: withProgram(outcomes[headline].name, then ? outcomes[then].name : undefined, result),
  });
}

/** The result as a short text. Reasons that no longer fit are left out from the end. */
function summaryOf(
  answers: Answers,
  { confidence, version }: Result,
  { name, because }: Pick<Report, 'name' | 'because'>,
  { summary, questions }: ReportWords,
  { voice, locale }: Speech,
): string {
  const hard = tickedOptions(answers, 'practical')
    .filter((option) => option !== 'none' && option !== 'unknown')
    .map((option) => say(questions.practical.options[option] ?? '', voice));
  const text = (reasons: readonly string[]): string =>
    [
      say(summary.about, voice),
      fill(confidence === 'cannot-tell' ? summary.least : summary.level, { name }),
      ...(reasons.length > 0 ? [summary.reasons, ...reasons] : []),
      ...(hard.length > 0 ? [fill(summary.practical, { list: listed(hard, locale) })] : []),
      fill(summary.notDiagnosis, { version }),
    ].join('\n');
  let reasons = because;
  while (text(reasons).length > longestSummary) reasons = reasons.slice(0, -1);
  return text(reasons);
}

/** What answers come to, in words. Not for an emergency, which has a screen of its own. */
export function reportOf(answers: Answers, words: ReportWords, locale: Speech['locale']): Report {
  const speech = { words, locale, voice: answers.voice ?? 'self' };
  const result = evaluate(answers);
  const { headline, then, range, because: reasons, version } = result;
  const nameOf = (outcome: typeof headline): string => {
    const level = levelName(outcome, answers);
    return (level === 'check-in' ? words.checkIn : words.outcomes[level]).name;
  };
  const name = withProgram(nameOf(headline), then ? nameOf(then) : undefined, words.result);
  const because = reasonsIn(answers, result, words, speech);
  const facts = reasons.flatMap(({ rule }) => words.because[rule]?.facts ?? []);
  return {
    shown: new Set<string>([...shownFor(answers, result), ...facts]),
    version,
    name,
    because,
    changes: whatWouldChange(answers, result).map((change) => changeIn(change, words, speech)),
    range: range ? fill(words.result.range, { lowest: nameOf(range.lowest), highest: nameOf(range.highest) }) : '',
    summary: summaryOf(answers, result, { name, because }, words, speech),
  };
}
