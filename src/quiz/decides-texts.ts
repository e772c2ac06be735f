import { z } from 'zod';
import type { Step } from './by-outcome.ts';
import { levels, type Measure } from './readings.ts';
import { outcomes, type SettingRuleId, settings } from './result.ts';
import { tables } from './rules.ts';

const text = z.string().trim().min(1);
const distinct = <T extends string>(names: readonly T[]) => [...new Set(names)] as [T, ...T[]];

/** A text for each of some ids: none missing, none unknown. */
const each = <Id extends string>(ids: readonly Id[]) => z.record(z.enum(distinct(ids)), text);

/** Every level of a measure but the lowest, which asks for nothing. */
const clauses = z.strictObject(
  Object.fromEntries(Object.entries(levels).map(([measure, [, ...raised]]) => [measure, each(raised)])),
) as unknown as z.ZodType<Record<Measure, Record<string, string>>>;

const steps = [...outcomes, 'soon'] as const satisfies readonly Step[];
const settingRules = tables.setting.map(({ rule }): SettingRuleId => rule);

/**
 * `content/quiz/decides/<locale>.yaml`: the words of the page "How this quiz decides". Sentences about rules are put together from
 * `clauses`; questions, their reasons and sources come from the words of the quiz. Counts are filled in, never typed.
 */
export const decidesTexts = z.strictObject({
  title: text,
  description: text,
  lead: text,
  /** Names the list of links to the parts of the page. */
  contents: text,
  review: z.strictObject({
    none: text,
    /** `{name}`, `{role}`, `{date}` */
    done: text,
  }),
  claims: z.strictObject({
    heading: text,
    mayHeading: text,
    may: z.array(text).min(1),
    mayNotHeading: text,
    mayNot: z.array(text).min(1),
  }),
  /** The picture of the flow, and the same in words. */
  picture: z.strictObject({
    heading: text,
    caption: text,
    stages: z.strictObject({ danger: text, soon: text, care: text }),
    /** Under a step: `{count}` answers or situations that lead there. */
    answers: text,
    situations: text,
    rest: text,
    inWords: z.strictObject({
      /** `{count}` */
      danger: text,
      /** `{first}` and `{soon}` situations */
      soon: text,
      /** `{steps}`: the programs, each as `program` says it. */
      care: text,
      /** `{name}`, `{count}` */
      program: text,
      rest: text,
    }),
  }),
  questions: z.strictObject({
    heading: text,
    /** `{count}` questions, `{scored}` of them scored. */
    lead: text,
    /** What opens the table and the sources of a question. */
    more: text,
    /** Caption of that table: `{name}` of the question. */
    caption: text,
    answer: text,
    countsAs: text,
    nothing: text,
    emergency: text,
    unscored: text,
    sources: text,
  }),
  rules: z.strictObject({
    heading: text,
    lead: text,
    sources: text,
    score: z.strictObject({
      heading: text,
      lead: text,
      /** What a score of 0, 1, 2, 3 means. */
      means: z.array(text).length(levels.score.length),
      use: text,
      /** Captions of the points for use on most days and on fewer. */
      most: text,
      few: text,
      /** Columns: what happened when stopping before. */
      withdrawal: each(levels.withdrawal),
      raises: text,
      condition: text,
      /** Column: what a score of `{score}` becomes. */
      becomes: text,
    }),
    urgency: z.strictObject({ heading: text, lead: text, condition: text, reaches: text, why: text }),
    setting: z.strictObject({
      heading: text,
      lead: text,
      names: each(settingRules),
      /** Rows: how often, and where that does not matter. */
      pattern: each(levels.pattern),
      anyPattern: text,
      patternHead: text,
      /** Caption of a table: the `{condition}` of the rule. Its columns are numbers of signs. */
      caption: text,
      /** Cells: the least that the rule asks for. */
      cells: each(settings),
    }),
  }),
  situations: z.strictObject({
    heading: text,
    lead: text,
    atLeast: text,
    /** The rule that stands before the readings, in one sentence. */
    answerRules: z.strictObject({ 'never-stopped': text }),
    /** Heading of a group: `{name}`, `{count}`. */
    group: text,
    groupAnswers: text,
    /** An answer that is an emergency: `{answer}` to `{question}`. */
    emergency: text,
  }),
  stories: z.strictObject({
    heading: text,
    lead: text,
    /** Every story beside the result that the project asked for: `{total}`, `{same}`, `{lower}`, `{higher}` */
    tally: text,
    /** The stories from public sources beside the care told there, with the same places. */
    sources: z.strictObject({ heading: text, lead: text, tally: text, same: text, lower: text, higher: text }),
    madeUp: z.strictObject({ heading: text, list: text, lead: text }),
    /** Heading of a closed list: `{name}`, `{count}` */
    group: text,
    /** `{actual}` */
    actual: text,
    /** `{expected}` */
    expected: text,
    /** Stands before the care that the source tells of. */
    care: text,
    /** A medical check and the program after it: `{first}`, `{next}`. */
    andThen: text,
  }),
  history: z.strictObject({
    heading: text,
    /** `{version}`, `{date}` */
    current: text,
    /** A line of the change log: `{version}`, `{date}`, `{change}` */
    line: text,
    data: text,
    dataLink: text,
    schemaLink: text,
  }),
  /** Short names of what a situation leads to. */
  names: each(steps),
  /**
   * Reading → level → clause that means "at least this": "people at home use". Substances are names that go into `uses`. No commas inside:
   * clauses are put into lists.
   */
  clauses,
  /** `{list}` */
  uses: text,
  /** In place of a condition that is always met. */
  always: text,
});

/** The words of the page in one language. */
export type DecidesTexts = z.infer<typeof decidesTexts>;
