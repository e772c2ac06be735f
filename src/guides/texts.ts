import { z } from 'zod';
import { drawingTexts } from './drawing-texts.ts';
import { audiences, dangers } from './schema.ts';
import { type Subject, subjectNames } from './subjects.ts';

const text = z.string().min(1);

const dangerText = z.strictObject({
  /** Says what to do, not what it is: "Call 911 if someone who stopped drinking …". No contractions with "n't". */
  heading: text,
  /** Signs a layperson can see, to complete the heading. */
  signs: z.array(text).min(2),
  /** What to do until help comes, or what not to do. */
  meanwhile: text,
});

/** The words around guides: section `guides` of `content/ui/<locale>.yaml`. */
export const guideTexts = z.strictObject({
  /** The condition that every guide is about, for search engines. */
  subject: text,
  /** The trail above a title; `label` is for screen readers. */
  breadcrumb: z.strictObject({ label: text, home: text, guides: text }),
  /** Heading of the three sentences that answer the question. */
  inShort: text,
  /** Under the title. `{minutes}`; `{date}` of the check of the whole guide or, before there was one, of its oldest fact. */
  meta: z.strictObject({ minutes: text, minute: text, checked: text, factsChecked: text }),
  onThisPage: text,
  askProgram: text,
  /** The emergency card, per danger, and the two lines at its end. */
  dangerCard: z.strictObject({
    ...(Object.fromEntries(dangers.map((danger) => [danger, dangerText])) as Record<
      (typeof dangers)[number],
      typeof dangerText
    >),
    /** Between the number of the crisis line and what it is for. */
    crisis: text,
    helpNow: text,
  }),
  /** Hard words explained in place. `{term}` */
  words: z.strictObject({ heading: text, what: text, close: text }),
  /** The way on from a guide: the quiz, never a form first. */
  nextStep: z.strictObject({ heading: text, intro: text, quiz: text }),
  /** Who wrote, checked, when, how, who pays. */
  about: z.strictObject({
    heading: text,
    /** Who wrote it. */
    written: text,
    /** Where no clinician has reviewed it. */
    notReviewed: text,
    /** `{name}`, `{credentials}`, `{date}` */
    reviewedBy: text,
    /** How a figure gets here, with a link to all facts after it. */
    how: text,
    allFacts: text,
    /** `{published}`, `{modified}` */
    dates: text,
    /** `{date}` */
    nextCheck: text,
    /** Where the day of the next check has passed. `{date}` */
    overdue: text,
    /** Where no second reader has signed the Spanish text; unused in English. */
    translationNotReviewed: text,
    /** `{name}` */
    translationReviewed: text,
    /** On a Spanish guide whose English source changed later, with a link to it after. `{date}`; unused in English. */
    translationBehind: text,
    /** The words of that link. */
    readSource: text,
  }),
  drawings: drawingTexts,
  /** The table of the kinds of care, the least care first. Figures stand in it as `{fact:…}`. */
  levels: z.strictObject({
    caption: text,
    /** Heads of the columns; on a phone they stand before each cell. */
    heads: z.strictObject({ kind: text, hours: text, nights: text, staff: text, fits: text, mayNotFit: text }),
    rows: z
      .array(z.strictObject({ kind: text, hours: text, nights: text, staff: text, fits: text, mayNotFit: text }))
      .length(5),
    /** Below the table: what is not one of its rows. */
    note: text,
  }),
  /** Links to guides on the same subject and to the neighbours in the list. */
  pager: z.strictObject({ label: text, related: text, previous: text, next: text }),
  /** The feed of new and re-reviewed guides. `{date}` of the review; the guide's description follows. */
  feed: z.strictObject({ checkedAgain: text }),
  /** The page of hard words. */
  glossary: z.strictObject({
    title: text,
    description: text,
    heading: text,
    lead: text,
    /** Name of the row of letters, for screen readers. */
    letters: text,
    /** Before the English name of a word, on the Spanish page: programs and health plans use it. */
    inEnglish: text,
    /** After a fact, the link to where it comes from; before the guide that says more. */
    sources: text,
    more: text,
  }),
  /** The page that lists all guides: by subject, each with what it says, then their titles by kind of reader. */
  list: z.strictObject({
    title: text,
    description: text,
    heading: text,
    lead: text,
    /** Name of the list of the page's parts. */
    jump: text,
    readersHeading: text,
    subjects: z.strictObject(
      Object.fromEntries(subjectNames.map((subject) => [subject, text])) as Record<Subject, typeof text>,
    ),
    /** Other pages that belong with the guides. */
    alsoHeading: text,
    audiences: z.strictObject(
      Object.fromEntries(audiences.map((audience) => [audience, text])) as Record<
        (typeof audiences)[number],
        typeof text
      >,
    ),
  }),
});

/** The parsed `guides` section. */
export type GuideTexts = z.infer<typeof guideTexts>;
