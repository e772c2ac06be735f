import { fill } from '#i18n/fill.ts';
import type { Locale } from '#i18n/locale.ts';
import type { Answers } from './answers.ts';
import type { QuestionId } from './questions.ts';
import { say } from './say.ts';
import { tickedOptions } from './ticks.ts';
import type { Wording } from './wording.ts';

/** How things are said: the words, in which language, to whom. */
export interface Speech {
  words: Pick<Wording, 'questions'>;
  locale: Locale;
  voice: 'self' | 'loved' | 'work';
}

/** "a, b and c", or "a, b or c". */
export const listed = (items: readonly string[], locale: Locale, type: 'conjunction' | 'disjunction' = 'conjunction') =>
  new Intl.ListFormat(locale, { type }).format(items);

/** Options of a question as one clause: "people use where you live". Several substances go into one frame. */
export function clauseOf(
  id: QuestionId,
  options: readonly string[],
  { words, locale, voice }: Speech,
  type: 'conjunction' | 'disjunction' = 'disjunction',
): string {
  const { said = {}, saidAs } = words.questions[id];
  const clauses = listed(
    options.flatMap((option) => (said[option] ? say(said[option], voice) : [])),
    locale,
    type,
  );
  return id === 'substances' && saidAs ? fill(say(saidAs, voice), { list: clauses }) : clauses;
}

/** What was answered to a question, as one clause. Ticked signs are counted. */
export function answerClause(id: QuestionId, answers: Answers, speech: Speech): string {
  const ticked = tickedOptions(answers, id);
  const { saidAs } = speech.words.questions[id];
  const signs = ticked.filter((option) => option !== 'unknown' && option !== 'none');
  if (id === 'signs' && saidAs && !(ticked.includes('unknown') && signs.length === 0))
    return fill(say(saidAs, speech.voice), { count: signs.length });
  return clauseOf(id, ticked.length > 0 ? ticked : ['unknown'], speech, 'conjunction');
}

/** What was answered to several questions, as one run of clauses: "a, b, and c". */
export const answerClauses = (ids: readonly QuestionId[], answers: Answers, speech: Speech): string =>
  listed(
    ids.map((id) => answerClause(id, answers, speech)),
    speech.locale,
  );
