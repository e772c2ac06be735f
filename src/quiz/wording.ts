import { z } from 'zod';
import type { MedicalReason } from './explain.ts';
import { type Question, type QuestionId, questions, signBands } from './questions.ts';
import { flagIds, outcomes } from './result.ts';
import { questionsOfRule } from './rules.ts';
import type { Spoken } from './say.ts';

/** Plain text for a reader. `{fact:some-id}` stands for the figure of a fact; no figure is typed. */
const text = z.string().trim().min(1);
/** A text, or `{ self, loved, work }` where voices differ. Whoever has no own text hears `self`. */
const spoken: z.ZodType<Spoken> = z.union([
  text,
  z.strictObject({ self: text, loved: text.optional(), work: text.optional() }),
]);
/** Ids of the facts that a passage rests on. Those named by `{fact:…}` inside it count by themselves. */
const facts = z.array(text).default([]);
const idsOf = <Id extends string>(table: Readonly<Record<Id, unknown>>) => Object.keys(table) as Id[];

/** One or several sentences and what they rest on. */
const passage = z.strictObject({ text: spoken, facts });
export type Passage = z.infer<typeof passage>;

/** The words of one question. */
export interface QuestionWords {
  /** Two or three words for the list of answers. They may be read over a shoulder. */
  name: string;
  /** The question itself: legend and heading of its screen. */
  ask: Spoken;
  /** One sentence. */
  why: Spoken;
  /** What counts and what does not. */
  hint?: Spoken | undefined;
  /** What the question is about, as a list under it. */
  list?: readonly string[] | undefined;
  /** Option id → label. The label draws the same line as the id. */
  options: Readonly<Record<string, Spoken>>;
  /** Option id → examples under the label. */
  examples?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Option id → the answer as a clause that can follow "You said that" and "If": "people use where you live". For substances, short names
   * that go into `saidAs`; for signs, bands of them.
   */
  said?: Readonly<Record<string, Spoken>> | undefined;
  /** The clause around several answers: `{list}` their names, `{count}` how many. */
  saidAs?: Spoken | undefined;
  /** What the question rests on. */
  facts: readonly string[];
}

/** Every option has a label; a scored question but the first can also be quoted back, option by option. */
function wordsOf({ id, options, many, scored }: Question) {
  const quotes = id === 'signs' ? [...signBands, 'unknown'] : options;
  const quoted = scored && id !== 'now';
  return z.strictObject({
    name: text,
    ask: spoken,
    why: spoken,
    hint: spoken.optional(),
    list: z.array(text).min(2).optional(),
    options: z.record(z.enum(options as string[]), spoken),
    examples: z.partialRecord(z.enum(options as string[]), text).optional(),
    ...(quoted && { said: z.record(z.enum(quotes as string[]), spoken) }),
    ...(quoted && many && { saidAs: spoken }),
    facts,
  });
}

const questionWords = z.strictObject(
  Object.fromEntries((questions as readonly Question[]).map((question) => [question.id, wordsOf(question)])),
) as unknown as z.ZodType<Record<QuestionId, QuestionWords>>;

const redFlags = ['E-911', 'E-CHECK', 'E-988'] as const;
const rules = idsOf(questionsOfRule).filter((id) => !(redFlags as readonly string[]).includes(id));
/** Why a medical check comes first (fit criteria 4.3). */
const medicalReasons = ['WD', 'WD-24H', 'TAPER', 'MEDS', 'PREG', 'HEALTH'] as const satisfies readonly MedicalReason[];

/** A kind of care as a result. */
const outcomeWords = z.strictObject({
  /** Its name in a sentence, with article: "an intensive outpatient program (IOP)". */
  name: text,
  /** Heading of the result. Says "may fit", never "you need" or "you are eligible". */
  heading: text,
  /** What it is. */
  means: passage,
  /** How long it tends to take. */
  time: text.optional(),
  /** What else is possible, up and down. */
  also: text.optional(),
  /** What to do next, after the public help that every result shows first. */
  steps: z.array(spoken),
  /** Which answers point to it, for reading the worksheet by hand. */
  points: z.array(text).min(1),
});

/**
 * `content/quiz/<locale>.yaml`: every word of the quiz. Ids come from `questions.ts` and `result.ts`; a missing or unknown one stops the
 * build with its place. Grade 5 or below, person first, no "n't" where safety is spoken of.
 */
export const wordingSchema = z.strictObject({
  /** Title and description of the page; the title also ends every step's title, so it is neutral. */
  title: text,
  description: text,
  start: z.strictObject({
    heading: text,
    lead: text,
    points: z.array(text).min(1),
    /** The card for who is in danger now. */
    danger: z.strictObject({ heading: text, signs: z.array(text).min(1), more: text }),
    start: text,
    /** Beside the button, for whom the button does not work. */
    withoutScript: text,
    /** After a reload and after Start again. */
    emptied: text,
  }),
  /** The same questions on paper. */
  worksheet: z.strictObject({
    heading: text,
    lead: text,
    readHeading: text,
    readLead: text,
    /** What "I'm not sure" counts as. */
    readUnknown: text,
    readLimits: text,
    /** After the line for the medical check. */
    readOn: text,
  }),
  steps: z.strictObject({
    /** `{number}` */
    question: text,
    why: text,
    tickAll: text,
    back: text,
    continue: text,
    /** Title of the tab on the emergency screen. Neutral: the browser's history keeps it. */
    emergencyTitle: text,
    errorTitle: text,
    errorHeading: text,
    /** `{unknown}` is the label of the option for not knowing. */
    blankOne: text,
    blankMany: text,
  }),
  check: z.strictObject({
    title: text,
    heading: text,
    lead: text,
    change: text,
    /** Hidden after "Change": `{name}` of the question. */
    changeWhat: text,
    unanswered: text,
    show: text,
  }),
  questions: questionWords,
  /** Red flag → the emergency screen. */
  emergency: z.strictObject({
    flags: z.record(
      z.enum(redFlags),
      z.strictObject({ heading: text, lead: spoken, /** Which line stands first. */ first: z.enum(['911', '988']) }),
    ),
    emergencyLine: text,
    crisisLine: text,
    /** What the list below is for. */
    meanwhileHeading: text,
    /** `danger` for a body in danger, `crisis` for thoughts of suicide. */
    meanwhile: z.strictObject({ danger: z.array(spoken).min(1), crisis: z.array(spoken).min(1) }),
    poison: text,
    violence: text,
    back: text,
    facts,
  }),
  outcomes: z.record(z.enum(outcomes), outcomeWords),
  /** How the program after the medical check is named: `{name}`. */
  andThen: z.strictObject({ heading: text, lead: text }),
  /** Weekly care for who has 0 or 1 sign. */
  checkIn: outcomeWords.pick({ name: true, heading: true, means: true }),
  /** Another way than 24-hour care where the home is the reason. */
  housingInstead: passage,
  medical: z.record(z.enum(medicalReasons), z.strictObject({ heading: text, text: z.array(spoken).min(1), facts })),
  /** Cards above the result. `urgency` says how urgent a card is, for who hears the page. */
  care: z.strictObject({
    /** When stopping can turn dangerous: after a medical check was suggested, or after stopping lately. */
    first: z.strictObject({ urgency: text, heading: text, signs: z.array(text).min(1), facts }),
    /** Added to it for who stopped on their own in the past month. */
    quitRecently: passage,
    selfharm: z.strictObject({ urgency: text, heading: text, text, facts }),
    /** Where a professional should look soon, for another reason. */
    soon: z.strictObject({ urgency: text, heading: text, text, facts }),
  }),
  /** Rule → why it matters, after the quoted answers. */
  because: z.record(z.enum(rules as [string, ...string[]]), passage),
  /** Notes for flags. How sure the result is has its own words. */
  flags: z.record(z.enum(flagIds).exclude(['LOW-CONFIDENCE']), passage),
  /** Option of the last question → how treatment can be arranged around it. */
  how: z.record(z.enum(questions[14].options.filter((option) => option !== 'none' && option !== 'unknown')), passage),
  result: z.strictObject({
    /** Heading, and title of the tab: neutral. */
    title: text,
    /** Above the heading; the second where too much is open to tell. */
    eyebrow: z.strictObject({ sure: text, least: text }),
    notDiagnosis: text,
    /** `{version}`, `{date}` */
    notReviewed: text,
    /** Before a quoted list of clauses: `{clauses}`. */
    youSaid: text,
    whyHeading: text,
    /** In place of reasons where no rule set a floor. */
    noReason: text,
    alsoHeading: text,
    /** `{lowest}`, `{highest}` */
    range: text,
    confidence: z.strictObject({ rough: text, 'cannot-tell': text }),
    changeHeading: text,
    /** `{clause}`, `{name}` */
    raises: text,
    lowers: text,
    /** A medical check and the program after it: `{name}`, `{program}`. */
    nameThen: text,
    notesHeading: text,
    howHeading: text,
    howLead: text,
    notAskedHeading: text,
    notAsked: z.array(text).min(1),
    stepsHeading: text,
    /** Public help, shown before anything else. */
    findTreatment: z.strictObject({ label: text, href: z.url({ protocol: /^https$/ }), what: text }),
    helpline: z.strictObject({ /** `{number}` */ label: text, what: text }),
    askHeading: text,
    ask: z.array(text).min(1),
    sourcesHeading: text,
    newTab: text,
    crisis: text,
    print: text,
    again: text,
  }),
});

/** All words of the quiz in one language. */
export type Wording = z.infer<typeof wordingSchema>;
export type OutcomeWords = z.infer<typeof outcomeWords>;
