import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { locales } from '#i18n/locale.ts';
import { agreements, type Disclosure, renderDisclosure } from '#requests/disclosure.ts';
import type { Manifest } from '#requests/manifest.ts';
import { manifest } from '#requests/manifest.ts';
import { consentValues, type Recipient } from '#requests/recipient.ts';
import { textingHours } from '#requests/texting-hours.ts';
import { type RequestTexts, requestTexts } from '#requests/texts.ts';

/** A whole and acceptable request for a call, as a page or a program sends it. */
export const goodRequest = {
  kind: 'callback',
  locale: 'en',
  disclosureVersion: '2026-11-22',
  phone: '217 555 0142',
  timeZone: 'America/Chicago',
  contactWindow: 'weekday-morning',
  voicemail: 'none',
  someoneElseAnswers: 'hang-up',
};

/** A whole and acceptable request of each kind. The slot is one of Tuesday morning, from the Monday of the test clock. */
export const goodRequests = {
  callback: goodRequest,
  'text-info': {
    kind: 'text-info',
    locale: 'en',
    disclosureVersion: '2026-11-30',
    phone: '217 555 0142',
    topic: 'cost',
    timeZone: 'America/Chicago',
    textConsent: 'true',
  },
  meeting: {
    kind: 'meeting',
    locale: 'en',
    disclosureVersion: '2026-11-30',
    name: 'Ana',
    email: 'Ana@example.org',
    timeZone: 'America/Chicago',
  },
  'short-call': {
    kind: 'short-call',
    locale: 'en',
    disclosureVersion: '2026-11-30',
    name: 'Ana',
    phone: '217 555 0142',
    slot: '20261124T1500Z',
    timeZone: 'America/Chicago',
    voicemail: 'none',
    someoneElseAnswers: 'hang-up',
  },
} as const;

const nineToSeven = { opens: '09:00', closes: '19:00' };

/** The real table of hours for texts. */
export const textingHoursTable = textingHours.parse(parse(readFileSync('content/texting-hours.yaml', 'utf8')));

/** A made-up operator: nobody answers there. */
export const recipient: Recipient = {
  isSample: true,
  legalName: 'Sample Operator',
  whatWeAre: 'information-service',
  phone: '217-555-0199',
  callerIdText: 'Sample caller',
  smsBrand: 'Sample sender',
  timeZone: 'America/Chicago',
  hours: {
    monday: nineToSeven,
    tuesday: nineToSeven,
    wednesday: nineToSeven,
    thursday: nineToSeven,
    friday: { opens: '09:00', closes: '17:00' },
    saturday: { opens: '10:00', closes: '14:00' },
    sunday: null,
  },
  retentionDays: 30,
  historyDays: 0,
  paidForReferrals: false,
};

export const lines = {
  emergency: { number: '911' },
  crisis: { number: '988' },
  treatment: { number: '1-800-662-4357' },
};

/** Whom to call in place of us. Production takes no number for examples, so it is the public helpline. */
export const callInstead = lines.treatment.number;

const textsOf = (locale: string): RequestTexts =>
  requestTexts.parse(parse(readFileSync(`content/ui/${locale}.yaml`, 'utf8')).requests);

/** The real words of the interface. */
export const texts = { en: textsOf('en'), es: textsOf('es') };

/** Wordings that exist only here, of a version with all agreements. */
const madeUp = await Promise.all(
  locales.flatMap((locale) =>
    agreements.map((kind) =>
      renderDisclosure(
        { version: '2026-11-30', locale, kind, markdown: `## ${kind}\n\nWords of ${kind} from {legalName}.` },
        { legalName: recipient.legalName },
      ),
    ),
  ),
);

/** The real wordings of consent with the made-up operator in them. */
export const publishedDisclosures: Disclosure[] = await Promise.all(
  (
    [
      ['2026-11-22', 'callback'],
      ['2026-11-23', 'callback'],
      ['2026-11-23', 'quiz-summary'],
      ...['2026-11-25', '2026-11-26'].flatMap((version) =>
        agreements.map((agreement) => [version, agreement] as const),
      ),
    ] as const
  ).flatMap(([version, kind]) =>
    locales.map((locale) => {
      const markdown = readFileSync(`content/consent/${version}.${locale}.md`, 'utf8');
      return renderDisclosure(
        { version, locale, kind, markdown },
        consentValues(recipient, lines, texts[locale], locale),
      );
    }),
  ),
);

/** Every wording that the endpoint of the tests knows. */
export const disclosures: Disclosure[] = [...publishedDisclosures, ...madeUp];

/** What a build in production mode would hand to the endpoint; `changes` makes it another mode. */
export const manifestOf = (changes: Partial<Manifest> = {}): Manifest =>
  manifest.parse({
    mode: 'production',
    origin: 'https://help.gov',
    takesRequests: true,
    buildId: 'test-build',
    operator: {
      isSample: false,
      legalName: recipient.legalName,
      timeZone: recipient.timeZone,
      hours: recipient.hours,
      callSeats: 1,
      retentionDays: recipient.retentionDays,
      historyDays: recipient.historyDays,
    },
    texts,
    texting: {
      brand: 'Sample sender',
      lines: { emergency: '911', crisis: '988', treatment: '1-800-662-4357' },
      hours: textingHoursTable,
    },
    callInstead,
    helplines: [{ name: { en: 'Helpline', es: 'Línea' }, number: '1-800-662-4357' }],
    disclosures,
    pages: {
      callback: { en: '/contact/call-back/', es: '/es/contacto/llamada/' },
      'text-info': { en: '/contact/text/', es: '/es/contacto/mensaje/' },
      meeting: { en: '/contact/meeting/', es: '/es/contacto/reunion/' },
      'short-call': { en: '/contact/short-call/', es: '/es/contacto/llamada-corta/' },
      cancel: { en: '/contact/cancel/', es: '/es/contacto/cancelar/' },
    },
    ...changes,
  });
