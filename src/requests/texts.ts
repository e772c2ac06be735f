import { z } from 'zod';
import { offeredZones } from '#i18n/time-zone.ts';
import { forWhom, someoneElseAnswers, textTiming, topics, voicemail } from './fields.ts';
import { contactWindows } from './hours.ts';
import { kinds } from './kind.ts';
import { fieldCode, problemCodes } from './problem.ts';
import { textMessageWords } from './text-message.ts';

const text = z.string().min(1);

/** A question with one answer from a list: what is asked, what helps to answer, and the words of each choice. */
const choice = <Options extends readonly [string, ...string[]]>(options: Options) =>
  z.strictObject({ label: text, hint: text.optional(), options: z.record(z.enum(options), text) });

/** A field as one form asks for it. */
const asked = z.strictObject({ label: text, hint: text.optional(), none: text.optional() });

/** What is said outside production, where nobody answers. */
const pretended = z.strictObject({ demo: text, rehearsal: text });

/** The words of a form page of its own, and of the fields that it asks for in its own way. */
const ownForm = z.strictObject({
  title: text,
  description: text,
  heading: text,
  lead: text,
  banner: pretended,
  consentHeading: text,
  fields: z.partialRecord(
    z.enum(['name', 'phone', 'contactWindow', 'timeZone', 'topic', 'forWhom', 'voicemail', 'someoneElseAnswers']),
    asked,
  ),
});

/** The words of the request forms and of every answer of the endpoint: section `requests` of `content/ui/<locale>.yaml`. */
export const requestTexts = z.strictObject({
  /** `/contact/`: which ways there are to be in touch. */
  choose: z.strictObject({
    title: text,
    description: text,
    heading: text,
    lead: text,
    /** Who calls or writes. `{legalName}`, `{whatWeAre}` */
    who: text,
    /** Once above all ways, outside production. */
    banner: pretended,
    phoneHeading: text,
    /** Placeholders: phone, hours, zone. */
    phoneWhat: text,
    helplinesHeading: text,
    helplinesLead: text,
    /** For whoever does not want to speak with anybody yet. */
    quietHeading: text,
    quiet: z.array(text).min(1),
    /** Before the link to the questions for a program. */
    before: text,
  }),
  /** What each kind of operator is, as it stands after its name. */
  whatWeAre: z.strictObject({ 'licensed-program': text, 'information-service': text }),
  /** The form page of a call back. */
  callback: z.strictObject({
    title: text,
    description: text,
    heading: text,
    lead: text,
    /** Shown above the form outside production. */
    banner: pretended,
    /** Names everybody who pays for referrals. Placeholder: payers. */
    payers: text,
    name: z.strictObject({ label: text, hint: text }),
    phone: z.strictObject({ label: text, hint: text }),
    contactWindow: choice(contactWindows),
    timeZone: choice(offeredZones),
    topic: choice(topics).extend({ none: text }),
    forWhom: choice(forWhom).extend({ none: text }),
    voicemail: choice(voicemail),
    someoneElseAnswers: choice(someoneElseAnswers),
    /** Label of the field that only a program fills in; no reader sees it. */
    leaveEmpty: text,
    /** Around the summary of the quiz, in the form on its result page. The words of the box are those of the consent. */
    summary: z.strictObject({ legend: text, text }),
    /** Above a form that came back: the summary is not handed from page to page. */
    summaryLost: text,
    consentHeading: text,
  }),
  /** Each form as `/contact/` offers it: its name, and what happens. */
  ways: z.record(z.enum(kinds), z.strictObject({ heading: text, what: text })),
  /** The other form pages. What a form does not say in its own way it says as the form of a call back does. */
  forms: z.strictObject({ 'text-info': ownForm, meeting: ownForm, 'short-call': ownForm }),
  /** Fields that the form of a call back does not have. */
  fields: z.strictObject({
    email: z.strictObject({ label: text, hint: text }),
    slot: z.strictObject({
      label: text,
      /** Name of the list of times. */
      list: text,
      none: text,
      /** Name of the days at the end of the list whose times are not in it, and how to get to those. Only without script. */
      otherDays: text,
      otherDaysHint: text,
      /** In the page as built, which knows no times: how to get them without script. */
      later: text,
      full: text,
    }),
    textTiming: choice(textTiming),
    textsToo: z.strictObject({ legend: text }),
  }),
  /** In place of the form for texts where nobody sends any. */
  noTexts: z.strictObject({ heading: text, lead: text }),
  /** What only the script says. Placeholder: time. */
  client: z.strictObject({
    sending: text,
    looking: text,
    noTimes: text,
    again: text,
    near: text,
    picked: text,
    /** Label of the days to choose from. */
    day: text,
    offline: text,
    noAnswer: text,
  }),
  /** Each form's button. It says what happens; it is part of the evidence of consent. */
  buttons: z.record(z.enum(kinds), text),
  /** Sentences about opening hours. Placeholders: first, last; opens, closes; days, times. */
  hours: z.strictObject({ days: text, times: text, sentence: text, and: text }),
  textMessages: textMessageWords,
  /** In place of a form where the site takes no requests. */
  off: z.strictObject({ heading: text, lead: text }),
  /** What stands in place of the form once a request is saved. */
  confirmation: z.strictObject({
    title: text,
    heading: text,
    referenceLabel: text,
    receivedLabel: text,
    nextHeading: text,
    /** One sentence for each thing that can come next. */
    whatNext: z.strictObject({
      /** Placeholders: legalName, hours, zone. */
      callback: text,
      /** After `callback`. Placeholder: day. */
      'first-call': text,
      /** Placeholders: legalName, time, zone. */
      'short-call': text,
      /** Placeholder: legalName. */
      'meeting-by-phone': text,
      'meeting-by-email': text,
      'meeting-by-either': text,
      'text-now': text,
      'text-later': text,
      /** After either, for every number alike: nobody is to learn which numbers are known. Placeholder: phone. */
      'text-maybe': text,
    }),
    /** In place of `whatNext` outside production. */
    nobodyCalls: pretended,
    cancelHeading: text,
    cancelWhat: text,
    cancelLink: text,
    keepWhat: text,
    print: text,
    /** For a booked time. `title` is all that the calendar shows; without comma, semicolon and backslash. */
    calendar: z.strictObject({
      heading: text,
      link: text,
      what: text,
      title: z.string().regex(/^[^,;\\\n]{1,40}$/),
      file: z.string().regex(/^\w+\.ics$/),
    }),
    helpHeading: text,
  }),
  /** Added to what consent says of erasing where the database keeps a history; begins with a space. Placeholder: days. */
  history: z.string().regex(/^ \S/),
  /** The page behind the link that erases a request. */
  cancel: z.strictObject({
    title: text,
    description: text,
    heading: text,
    /** Shown to somebody who opens the page without a link of their own. Placeholder: phone. */
    withoutLink: text,
    askHeading: text,
    ask: z.record(z.enum(kinds), text),
    /** Behind each of them: erased for good. */
    final: text,
    /** In its place where the database keeps a history. Placeholder: days. */
    history: text,
    button: text,
    doneHeading: text,
    done: z.record(z.enum(kinds), text),
  }),
  /** The box above a form that could not be accepted. */
  errors: z.strictObject({ titlePrefix: text, heading: text }),
  /** One sentence per thing that can be wrong with a field: what to do, in the reader's words. */
  fieldMessages: z.record(fieldCode, text),
  /** One refusal each: what happened and what to do. */
  problems: z.record(z.enum(problemCodes), z.strictObject({ title: text, detail: text })),
  /** Around a refusal that stands alone. Placeholder: phone. */
  problemPage: z.strictObject({ description: text, callInstead: text, backToForm: text }),
});

/** The parsed `requests` section. */
export type RequestTexts = z.infer<typeof requestTexts>;
