import type { Kind } from './kind.ts';
import type { RequestTexts } from './texts.ts';

/** A field that a person fills in, apart from the boxes to tick. */
export type ShownField =
  | keyof RequestTexts['forms']['meeting']['fields']
  | Exclude<keyof RequestTexts['fields'], 'textsToo'>;

/** The fields that each page shows, in its order. A page may show fewer than its form takes: a booked call needs no email address. */
export const shownFields = {
  callback: ['name', 'phone', 'contactWindow', 'timeZone', 'topic', 'forWhom', 'voicemail', 'someoneElseAnswers'],
  'text-info': ['topic', 'timeZone', 'phone', 'textTiming'],
  meeting: [
    ...(['name', 'phone', 'email', 'contactWindow', 'timeZone', 'topic', 'forWhom'] as const),
    ...(['voicemail', 'someoneElseAnswers'] as const),
  ],
  'short-call': ['name', 'phone', 'timeZone', 'slot', 'topic', 'forWhom', 'voicemail', 'someoneElseAnswers'],
} as const satisfies Record<Kind, readonly ShownField[]>;

/** The kinds whose page has a box for texts beside what it is about. */
export const offersTextsToo = (kind: Kind): boolean => kind === 'meeting' || kind === 'short-call';

/** The words around the fields of a form. */
export const formWords = (kind: Kind, words: RequestTexts) =>
  kind === 'callback' ? words.callback : words.forms[kind];

/** The words of the fields of a form: its own before those that all forms share. */
export function fieldWords(kind: Kind, { callback, forms }: RequestTexts) {
  const { name, phone, contactWindow, timeZone, topic, forWhom, voicemail, someoneElseAnswers } = callback;
  const own: RequestTexts['forms']['meeting']['fields'] = kind === 'callback' ? {} : forms[kind].fields;
  return {
    name: { ...name, ...own.name, hint: own.name?.hint ?? name.hint },
    phone: { ...phone, ...own.phone, hint: own.phone?.hint ?? phone.hint },
    contactWindow: { ...contactWindow, ...own.contactWindow },
    timeZone: { ...timeZone, ...own.timeZone },
    topic: { ...topic, ...own.topic },
    forWhom: { ...forWhom, ...own.forWhom },
    voicemail: { ...voicemail, ...own.voicemail },
    someoneElseAnswers: { ...someoneElseAnswers, ...own.someoneElseAnswers },
  };
}
