import { fill } from '#i18n/fill.ts';
import { type Locale, regionalTag } from '#i18n/locale.ts';
import { pathTo } from '#i18n/paths.ts';
import { zoneName } from '#i18n/time-zone.ts';
import { type ContactWindow, type OpeningHours, sayHours, sayTimes, spansOf } from './hours.ts';
import type { RequestTexts } from './texts.ts';

/** The one legal entity that receives requests, as far as forms speak of it. Pages hand it over from the site's settings. */
export interface Recipient {
  isSample: boolean;
  legalName: string;
  whatWeAre: keyof RequestTexts['whatWeAre'];
  phone: string;
  callerIdText: string;
  /** The name that texts carry. */
  smsBrand: string;
  timeZone: string;
  hours: OpeningHours;
  /** Days until an open request is erased. */
  retentionDays: number;
  /** Days for which the database can bring back what was erased. */
  historyDays: number;
  /** Everybody who pays for referrals. */
  paidForReferrals: false | readonly string[];
}

/** The public lines that consent names. */
export type PublicLines = Readonly<Record<'emergency' | 'crisis' | 'treatment', { number: string }>>;

/** What stands in the placeholders of a consent wording. */
export function consentValues(
  recipient: Recipient,
  lines: PublicLines,
  texts: RequestTexts,
  locale: Locale,
): Record<string, string | number> {
  return {
    legalName: recipient.legalName,
    whatWeAre: texts.whatWeAre[recipient.whatWeAre],
    callerIdText: recipient.callerIdText,
    smsBrand: recipient.smsBrand,
    retentionDays: recipient.retentionDays,
    history: recipient.historyDays > 0 ? fill(texts.history, { days: recipient.historyDays }) : '',
    termsPath: pathTo('terms', locale),
    privacyPath: pathTo('privacy', locale),
    healthDataPath: pathTo('healthData', locale),
    emergency: lines.emergency.number,
    crisis: lines.crisis.number,
    treatment: lines.treatment.number,
  };
}

/** A window as the form offers it: "Weekday mornings: Monday to Friday, 9 AM to 12 PM". */
export function windowLabel(window: ContactWindow, { hours }: Recipient, texts: RequestTexts, locale: Locale): string {
  const name = texts.callback.contactWindow.options[window];
  const spans = spansOf(window, hours);
  if (window === 'any') return name;
  const [day] = window === 'saturday' || window === 'sunday' ? spans : [];
  return `${name}: ${day ? sayTimes(day, texts.hours, locale) : sayHours(spans, texts.hours, locale)}`;
}

/** The number to call instead of a form: a public one while the recipient is made up. */
export const callInstead = ({ isSample, phone }: Pick<Recipient, 'isSample' | 'phone'>, lines: PublicLines): string =>
  isSample ? lines.treatment.number : phone;

/** The recipient's own line with its hours and zone, as one sentence. */
export const phoneSentence = (recipient: Recipient, texts: RequestTexts, locale: Locale, at: Date): string =>
  fill(texts.choose.phoneWhat, {
    phone: recipient.phone,
    hours: sayHours(spansOf('any', recipient.hours), texts.hours, locale),
    zone: zoneName(recipient.timeZone, at, regionalTag[locale]),
  });
