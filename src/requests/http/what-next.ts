import { fill } from '#i18n/fill.ts';
import { regionalTag } from '#i18n/locale.ts';
import { zoneName } from '#i18n/time-zone.ts';
import { sayHours, spansIn, spansOf } from '../hours.ts';
import type { Manifest } from '../manifest.ts';
import type { CareRequest } from '../request.ts';

/** What the person is told to expect, in their own zone where the days stay the same there. Outside production: that nobody calls. */
export function whatNext(request: CareRequest, at: Date, { mode, operator, texts }: Manifest): string {
  const { confirmation, hours: words } = texts[request.locale];
  if (mode !== 'production') return confirmation.nobodyCalls;
  const spans = spansOf(request.contactWindow, operator.hours);
  const own = spansIn(spans, at, operator.timeZone, request.timeZone);
  return fill(confirmation.whatNext, {
    legalName: operator.legalName,
    hours: sayHours(own ?? spans, words, request.locale),
    zone: zoneName(own ? request.timeZone : operator.timeZone, at, regionalTag[request.locale]),
  });
}

/** When the request was saved, as the person's own clocks and calendar say it. */
export const sayMoment = (at: Date, { timeZone, locale }: Pick<CareRequest, 'timeZone' | 'locale'>): string =>
  new Intl.DateTimeFormat(regionalTag[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
