import { z } from 'zod';
import { locales } from '#i18n/locale.ts';
import { outcomes } from '#requests/desk.ts';
import { forWhom, someoneElseAnswers, textTiming, topics, voicemail } from '#requests/fields.ts';
import { contactWindows } from '#requests/hours.ts';
import { kinds } from '#requests/kind.ts';

const text = z.string().min(1);
const each = <Codes extends readonly [string, ...string[]]>(codes: Codes) => z.record(z.enum(codes), text);

/** Everything that the desk shows of a request, in this order. */
export const shownFields = [
  ...(['name', 'phone', 'email', 'contactWindow', 'slot', 'timeZone', 'voicemail', 'someoneElseAnswers'] as const),
  ...(['topic', 'forWhom', 'textConsent', 'textTiming', 'quizSummary', 'locale', 'receivedAt', 'state'] as const),
] as const;

/** The words of the operator's page: section `desk` of `content/ui/<locale>.yaml`. */
export const deskTexts = z.strictObject({
  title: text,
  skip: text,
  /** Link to this page in the other language, written in that language. */
  otherLanguage: text,
  /** Placeholders: page, legalName. */
  pageTitle: text,
  /** Before anything is seen: who sits there. */
  open: z.strictObject({
    heading: text,
    lead: text,
    name: text,
    nameMissing: text,
    button: text,
    /** For a link that opens nothing any more; the command follows. */
    used: text,
    closedHeading: text,
  }),
  list: z.strictObject({
    heading: text,
    none: text,
    /** Placeholder: zone. */
    caption: text,
    refresh: text,
    end: text,
    columns: each(['reference', 'kind', 'waits', 'promise', 'when', 'notes', 'act']),
    noPromise: text,
    late: text,
    quarantined: text,
    needsPerson: text,
    synthetic: text,
    /** Placeholder: count. */
    again: text,
    /** The button of a line. Placeholder: reference. */
    open: text,
    /** Placeholders: references, outcome. */
    closed: text,
    /** Placeholder: reference. */
    resumed: text,
    /** Placeholders: open, done, erased. */
    counts: text,
    /** Texts that belong to no line. Placeholder: count. The command follows. */
    wroteIn: text,
    /** How long somebody waits. Placeholder: count. */
    minutes: text,
    hours: text,
    days: text,
  }),
  request: z.strictObject({
    /** Placeholder: reference. */
    heading: text,
    back: text,
    erased: text,
    /** Placeholder: keyId. */
    locked: text,
    /** Placeholder: time. */
    clock: text,
    openedHeading: text,
    repeatsHeading: text,
    /** Placeholders: time, by. */
    opened: text,
    doneHeading: text,
    doneHint: text,
    doneMissing: text,
    doneButton: text,
    resumeButton: text,
    unknown: text,
  }),
  /** What each field is called. */
  fields: each(shownFields),
  /** What the codes of a request mean to whoever answers it. */
  values: z.strictObject({
    locale: each(locales),
    state: each(['open', 'done', 'erased']),
    kind: each(kinds),
    contactWindow: each(contactWindows),
    voicemail: each(voicemail),
    someoneElseAnswers: each(someoneElseAnswers),
    topic: each(topics),
    forWhom: each(forWhom),
    textTiming: each(textTiming),
    outcome: each(outcomes),
    yes: text,
  }),
});

/** The parsed `desk` section. */
export type DeskTexts = z.infer<typeof deskTexts>;
