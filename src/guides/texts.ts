import { z } from 'zod';
import { drawingTexts } from './drawing-texts.ts';
import { audiences, dangers } from './schema.ts';

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
  /** Links to guides on the same subject and to the neighbours in the list. */
  pager: z.strictObject({ label: text, related: text, previous: text, next: text }),
  /** The feed of new and re-reviewed guides. `{date}` of the review; the guide's description follows. */
  feed: z.strictObject({ checkedAgain: text }),
  /** The page that lists all guides, one group per kind of reader. */
  list: z.strictObject({
    title: text,
    description: text,
    heading: text,
    lead: text,
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
