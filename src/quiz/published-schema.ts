import { z } from 'zod';
import { questions, voices } from './questions.ts';
import { levels, readings } from './readings.ts';
import { outcomes, settings } from './result.ts';
import { questionsOfRule, type Tables } from './rules.ts';

const text = z.string().min(1);
const inBoth = z.strictObject({ en: text, es: text });
const day = z.iso.date();
const height = z.int().min(0).max(4);
const rule = z.enum(Object.keys(questionsOfRule));
const question = z.enum(questions.map(({ id }) => id));
const reading = z.enum(readings);
const measure = z.enum(Object.keys(levels));
const raised = z.partialRecord(reading, text).describe('Reading → level. Readings not named may be anything.');
const when = z
  .partialRecord(measure, text)
  .describe('Measure → the least level. All have to be met; nothing named: always.');
const placed = z.strictObject({ headline: z.enum(outcomes), next: z.enum(settings).nullable() });

const compared = z.enum(['same', 'lower', 'higher']);

/** Just as `rules.ts` types them. */
const ruleTables: z.ZodType<Tables> = z.strictObject({
  score: z
    .array(z.strictObject({ when, few: z.array(height).length(3), most: z.array(height).length(3) }))
    .describe(
      'Points by use on few or most days, and by withdrawal before: none, symptoms, severe. Without use the score is 0.',
    ),
  raises: z
    .array(z.strictObject({ when, becomes: z.array(height).length(4) }))
    .describe('What a score of 0, 1, 2, 3 becomes. The highest of all that apply counts.'),
  urgency: z.array(z.strictObject({ rule, when, urgency: height })),
  setting: z
    .array(z.strictObject({ rule, when, floors: z.record(z.enum(levels.pattern), z.array(height).length(4)) }))
    .describe('Floors by pattern, then by band of signs. The highest floor of all rules is the setting.'),
}) as never;

/** What stands at `/quiz-rules.json`; its JSON Schema stands beside it. */
export const publishedSchema = z.strictObject({
  $schema: text,
  license: z.url(),
  version: text.describe('The first number changes when some answers get another outcome.'),
  reviewed: z.boolean().describe('Whether a clinician has reviewed this version.'),
  outcomes: z.array(z.enum(outcomes)).describe('Lowest first.'),
  settings: z.array(z.enum(settings)).describe('What a floor of 0, 1, 2, 3, 4 stands for.'),
  urgencies: z.array(text).describe('What an urgency of 0, 1, 2, 3 stands for.'),
  questions: z.array(
    z.strictObject({
      id: question,
      many: z.boolean().describe('Several answers may be ticked.'),
      scored: z.boolean().describe('Whether the rules read it.'),
      ask: inBoth,
      why: inBoth,
      facts: z.array(text).describe('Ids on the page of facts and sources.'),
      answers: z.array(
        z.strictObject({
          id: text,
          label: inBoth,
          emergency: z.boolean(),
          raises: raised,
        }),
      ),
    }),
  ),
  readings: z.array(
    z.strictObject({
      id: measure,
      levels: z.array(text),
      above: z.array(z.tuple([text, text])).describe('Pairs: the second level stands directly above the first.'),
      derived: z.boolean().describe('Whether it follows from the other readings.'),
    }),
  ),
  answerRules: z.array(
    z.strictObject({
      id: text,
      when: z.partialRecord(question, z.array(text)).describe('Question → answers of which at least one is given.'),
      reading,
      alsoCountsAs: text,
      says: inBoth,
    }),
  ),
  tables: ruleTables,
  situations: z
    .array(
      z.strictObject({
        leadsTo: text,
        part: z.enum(['urgency', 'setting']),
        atLeast: height,
        situations: z.array(raised),
      }),
    )
    .describe('Every smallest situation. A height is reached exactly when the answers are in one of its situations.'),
  changeLog: z
    .array(
      z.strictObject({
        version: text,
        day,
        change: inBoth,
        fingerprint: z.string().regex(/^[\da-f]{16}$/),
        review: z.strictObject({ name: text, role: inBoth, day }).nullable(),
      }),
    )
    .min(1),
  vignettes: z.array(
    z.strictObject({
      id: text,
      voice: z.enum(voices),
      story: text.describe('In English.'),
      answers: z.partialRecord(question, z.unknown()),
      why: text.describe('Why that is expected, in English.'),
      inSpanish: z
        .strictObject({ story: text, why: text, care: text.nullable() })
        .describe('Story, why and the care that the source tells of, in Spanish.'),
      expected: placed.describe('What the project asked for.'),
      actual: placed,
      compared,
      source: z
        .strictObject({
          title: text,
          publisher: text,
          year: z.union([z.int(), z.literal('n.d.')]),
          url: z.url(),
          care: text.describe('The care that the source tells of, in English.'),
          outcome: placed.describe('That care as one of our outcomes. `next` null: not told.'),
          compared: compared.describe('Our result beside it.'),
        })
        .nullable()
        .describe('Null: made up by the project from its criteria.'),
    }),
  ),
});
export type Published = z.input<typeof publishedSchema>;
