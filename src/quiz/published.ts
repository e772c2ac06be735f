import type { PerLocale } from '#i18n/locale.ts';
import { answerRules } from './answer-rules.ts';
import { groupsOf } from './by-outcome.ts';
import { changeLog } from './change-log.ts';
import { answersTo, countsAs } from './counts-as.ts';
import type { DecidesTexts } from './decides-texts.ts';
import type { Published } from './published-schema.ts';
import { type Question, type QuestionId, questions } from './questions.ts';
import { levels, type Measure, type Reading, readings } from './readings.ts';
import { outcomes, settings } from './result.ts';
import type { Tables } from './rules.ts';
import { type Spoken, say } from './say.ts';
import type { Situation } from './situations.ts';
import { stepsUp } from './space.ts';
import { type Story, storyOf } from './stories.ts';
import type { Vignette } from './vignettes.ts';
import type { Wording } from './wording.ts';

/** Paths of the data and of its schema. */
export const dataPaths = { rules: '/quiz-rules.json', schema: '/quiz-rules.schema.json' } as const;

/** The words that go into the data, in both languages. */
export interface PublishedWords {
  quiz: PerLocale<Pick<Wording, 'questions'>>;
  page: PerLocale<Pick<DecidesTexts, 'situations'>>;
}

const inWords = (situation: Situation): Record<string, string> =>
  Object.fromEntries(
    (Object.entries(situation) as [Reading, number][]).map(([id, level]) => [id, levels[id][level] as string]),
  );

const inBoth = <Words>(words: PerLocale<Words>, of: (words: Words) => Spoken) => ({
  en: say(of(words.en), 'self'),
  es: say(of(words.es), 'self'),
});

function publishedQuestion(
  question: Question & { id: QuestionId },
  { quiz }: PublishedWords,
): Published['questions'][number] {
  const { id, many, scored } = question;
  const words = { en: quiz.en.questions[id], es: quiz.es.questions[id] };
  return {
    id,
    many,
    scored,
    ask: inBoth(words, ({ ask }) => ask),
    why: inBoth(words, ({ why }) => why),
    facts: [...words.en.facts],
    answers: answersTo(question).map((answer) => {
      const { redFlags, raises } = countsAs(question, answer);
      return {
        id: answer,
        label: inBoth(words, ({ options, said }) => options[answer] ?? said?.[answer] ?? answer),
        emergency: redFlags.length > 0,
        raises: inWords(raises),
      };
    }),
  };
}

const isReading = (measure: Measure): measure is Reading => (readings as readonly Measure[]).includes(measure);

function publishedReading(id: Measure): Published['readings'][number] {
  const named = levels[id];
  const steps = isReading(id) ? stepsUp(id) : named.slice(1).map((_, below) => [below, below + 1] as const);
  return {
    id,
    levels: [...named],
    above: steps.map(([from, to]) => [named[from] as string, named[to] as string]),
    derived: !isReading(id),
  };
}

function publishedVignette(story: Story): Published['vignettes'][number] {
  const { id, voice, story: told, answers, why, expected, next = null, actual, compared } = story;
  const { source, sourceCare, sourceExpected, sourceNext = null, beside } = story;
  return {
    id,
    voice,
    story: told.en,
    answers,
    why: why.en,
    inSpanish: { story: told.es, why: why.es, care: sourceCare?.es ?? null },
    expected: { headline: expected, next },
    actual,
    compared,
    source:
      source && sourceCare && sourceExpected && beside
        ? { ...source, care: sourceCare.en, outcome: { headline: sourceExpected, next: sourceNext }, compared: beside }
        : null,
  };
}

/** Everything the page "How this quiz decides" says, as data for others to reuse. */
export function published(tables: Tables, words: PublishedWords, vignettes: readonly Vignette[]): Published {
  return {
    $schema: dataPaths.schema,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    version: changeLog[0].version,
    reviewed: changeLog[0].review !== null,
    outcomes: [...outcomes],
    settings: [...settings],
    urgencies: ['none', 'soon', 'medical-first', 'emergency'],
    questions: (questions as readonly (Question & { id: QuestionId })[]).map((one) => publishedQuestion(one, words)),
    readings: (Object.keys(levels) as Measure[]).map(publishedReading),
    answerRules: answerRules.map(({ id, when, reading, alsoCountsAs }) => ({
      id,
      when: { withdrawal: [...when.withdrawal], substances: [...when.substances] },
      reading,
      alsoCountsAs,
      says: inBoth(words.page, ({ situations }) => situations.answerRules[id]),
    })),
    tables,
    situations: groupsOf(tables).map(({ leadsTo, part, height, situations }) => ({
      leadsTo,
      part,
      atLeast: height,
      situations: situations.map(inWords),
    })),
    changeLog: [...changeLog],
    vignettes: vignettes.map(storyOf).map(publishedVignette),
  };
}
