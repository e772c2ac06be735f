import { z } from 'zod';
import type { MedicalReason } from './explain.ts';
import { type Question, type QuestionId, questions, signBands, voices } from './questions.ts';
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
  list?: readonly Spoken[] | undefined;
  /** Option id → label. The label draws the same line as the id. `option-order.ts` says which stands first in which voice. */
  options: Readonly<Record<string, Spoken>>;
  /** Option id → examples under the label. */
  examples?: Readonly<Record<string, Spoken | undefined>> | undefined;
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
    list: z.array(spoken).min(2).optional(),
    options: z.record(z.enum(options as string[]), spoken),
    examples: z.partialRecord(z.enum(options as string[]), spoken).optional(),
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
  /** Which answers point to it, for reading the worksheet by hand. Worded for every voice at once. */
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
    /** Who the quiz is for: sets the voice. Neutral words, for they may be read over a shoulder. */
    voice: z.strictObject({ ask: text, hint: text, options: z.record(z.enum(voices), text) }),
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
    /** Opens the questions where the quiz can be started; they stand open everywhere else. */
    unfold: text,
    readHeading: text,
    readLead: text,
    /** What "I'm not sure" counts as. */
    readUnknown: text,
    readLimits: text,
    /** After the line for the medical check. */
    readOn: text,
    /** The result that the worksheet shows by itself, without script. Danger shows the words of `emergency`, urgency those of `care`. */
    answer: z.strictObject({
      heading: text,
      /** In its place while a question is blank. */
      open: text,
      /** Beside the result: what "not sure" did to it. */
      unsure: text,
    }),
  }),
  steps: z.strictObject({
    /** `{number}` */
    question: text,
    why: text,
    tickAll: text,
    back: text,
    continue: text,
    /** Voice `work`: above the first question. */
    workPrivacy: text,
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
  medical: z.record(z.enum(medicalReasons), z.strictObject({ heading: spoken, text: z.array(spoken).min(1), facts })),
  /** Cards above the result. `urgency` says how urgent a card is, for who hears the page. */
  care: z.strictObject({
    /** When stopping can turn dangerous: after a medical check was suggested, or after stopping lately. */
    first: z.strictObject({ urgency: text, heading: text, signs: z.array(spoken).min(1), facts }),
    /** Added to it for who stopped on their own in the past month. */
    quitRecently: passage,
    selfharm: z.strictObject({ urgency: text, heading: text, text: spoken, facts }),
    /** Where a professional should look soon, for another reason. */
    soon: z.strictObject({ urgency: text, heading: text, text: spoken, facts }),
  }),
  /** Rule → why it matters, after the quoted answers. */
  because: z.record(z.enum(rules as [string, ...string[]]), passage),
  /** Notes for flags. How sure the result is has its own words. */
  flags: z.record(z.enum(flagIds).exclude(['LOW-CONFIDENCE']), passage),
  /** Option of the last question → how treatment can be arranged around it. */
  how: z.record(z.enum(questions[14].options.filter((option) => option !== 'none' && option !== 'unknown')), passage),
  /** Voice `loved`, on the result. */
  family: z.strictObject({
    /** What the result opens with. */
    opening: text,
    /** After it, where the person is under 18. */
    minor: text,
    /** Beside the level: a relative does not know everything. */
    atLeast: text,
    /** What the reader can do, whatever the person decides. */
    today: z.strictObject({ heading: text, lines: z.array(passage).min(2), limits: text }),
  }),
  /** Voice `work`, on the result, for every level of care but an emergency. It says all that the notes LEAVE, EAP and SAP say. */
  aroundWork: z.strictObject({
    heading: text,
    /** Need sets the level, work sets the hours. */
    lead: text,
    lines: z.array(passage).min(1),
    /** A line more for who ticked `safety-sensitive`. */
    safetySensitive: passage,
    /** Before the link to the week planner, which knows nothing of the answers. */
    planner: text,
  }),
  /** In place of the request form where the reader, or the person the quiz is for, is under 18. The public lines follow. */
  minor: z.strictObject({ heading: text, lead: spoken, lines: z.array(spoken).min(1) }),
  /** What can be taken along, and wiped. */
  keep: z.strictObject({
    heading: text,
    withAnswers: text,
    withoutAnswers: text,
    plan: text,
    /** Label of a box, off at first: leaves the name of the site off the paper. */
    withoutName: text,
    /** What a printer may keep. */
    warning: text,
    /** Above the answers on paper. */
    answersHeading: text,
    wipe: text,
    /** Beside the button: what wiping does and does not do. */
    wipeMeans: text,
    /** Status after wiping. */
    wiped: text,
  }),
  /** The plan on one page of paper. The result's words fill it. */
  plan: z.strictObject({
    title: text,
    lead: text,
    /** Before a line to write on. */
    date: text,
    levelHeading: text,
    reasonsHeading: text,
    askHeading: text,
    numbersHeading: text,
    /** What each number is for; the numbers are data. */
    numbers: z.strictObject({ emergency: text, crisis: text, treatment: text }),
    /** Before lines to write on: people the reader may call. */
    myPeople: text,
    weekHeading: text,
    weekHint: spoken,
    /** Heads the first column of the blank week, hidden or not. */
    partOfDay: text,
    /** Monday first. */
    days: z.array(text).length(7),
    /** Rows of the week, the first of the day on top. */
    parts: z.array(text).min(3),
    costsHeading: text,
    costs: z.array(spoken).min(3),
    notesHeading: text,
  }),
  /** The summary that a reader may add to a request, by a tick beside its full text. First person: it is the reader who speaks. */
  summary: z.strictObject({
    heading: text,
    /** Who it is about. */
    about: spoken,
    /** `{name}` of the level, in the form of `result.nameThen` where a medical check comes first. */
    level: text,
    /** In place of `level` where too much is open to tell. `{name}` */
    least: text,
    /** Before the reasons of the result, quoted as they stand there. */
    reasons: text,
    /** `{list}` of the labels ticked at the last question. */
    practical: text,
    /** `{version}` of the rules. */
    notDiagnosis: text,
  }),
  result: z.strictObject({
    /** Heading, and title of the tab: neutral. */
    title: text,
    /** Above the heading; the second where too much is open to tell. */
    eyebrow: z.strictObject({ sure: text, least: text }),
    notDiagnosis: text,
    /** `{version}`, `{date}` */
    notReviewed: text,
    /** Before a quoted list of clauses: `{clauses}`. */
    youSaid: spoken,
    /** Before the reasons after the first: `{clauses}`. */
    youAlsoSaid: spoken,
    whyHeading: text,
    /** In place of reasons where no rule set a floor. */
    noReason: text,
    alsoHeading: text,
    /** `{lowest}`, `{highest}` */
    range: text,
    confidence: z.strictObject({ rough: text, 'cannot-tell': text }),
    changeHeading: text,
    /** `{clause}`, `{name}` */
    raises: spoken,
    lowers: spoken,
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
    ask: z.array(z.strictObject({ question: spoken, /** What a good answer sounds like. */ good: spoken })).min(1),
    /** Before each good answer. */
    goodAnswer: text,
    sourcesHeading: text,
    newTab: text,
    crisis: text,
    again: text,
  }),
});

/** All words of the quiz in one language. */
export type Wording = z.infer<typeof wordingSchema>;
export type OutcomeWords = z.infer<typeof outcomeWords>;
