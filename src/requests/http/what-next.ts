import { fill } from '#i18n/fill.ts';
import { regionalTag } from '#i18n/locale.ts';
import { zoneName } from '#i18n/time-zone.ts';
import { type CareRequest, wantsTextsToo } from '../forms.ts';
import { sayHours, spansIn, spansOf } from '../hours.ts';
import type { SlotTimes } from '../intake.ts';
import type { Manifest } from '../manifest.ts';
import { sayDay, sayStart } from '../say-time.ts';
import { mayTextAt } from '../texting-hours.ts';
import { promiseOf } from '../worklist.ts';

/** What the person is told to expect, on their own clocks. Outside production: that nobody calls. */
export function whatNext(request: CareRequest, at: Date, manifest: Manifest, slot?: SlotTimes): string {
  const { confirmation } = manifest.texts[request.locale];
  if (manifest.mode !== 'production') return confirmation.nobodyCalls[manifest.mode];
  const own = ownSentence(request, at, manifest, slot);
  return wantsTextsToo(request) ? `${own} ${textSentence(request, at, manifest)}` : own;
}

function ownSentence(request: CareRequest, at: Date, manifest: Manifest, slot?: SlotTimes): string {
  const { legalName } = manifest.operator;
  const { whatNext: sentences } = manifest.texts[request.locale].confirmation;
  if (request.kind === 'callback') return callSentence(request, at, manifest);
  if (request.kind === 'text-info') return textSentence(request, at, manifest);
  if (slot) return fill(sentences['short-call'], { legalName, ...sayStart(slot, request) });
  const { phone, email } = request;
  return fill(sentences[`meeting-by-${phone && email ? 'either' : phone ? 'phone' : 'email'}`], { legalName });
}

/**
 * The hours of the call, in the person's own zone where the days stay the same there, and the day of the first try: the next one
 * on which somebody is there, which a holiday may put off.
 */
function callSentence(
  request: Extract<CareRequest, { kind: 'callback' }>,
  at: Date,
  { operator, texts }: Manifest,
): string {
  const { confirmation, hours: words } = texts[request.locale];
  const spans = spansOf(request.contactWindow, operator.hours);
  const own = spansIn(spans, at, operator.timeZone, request.timeZone);
  const timeZone = own ? request.timeZone : operator.timeZone;
  const sentence = fill(confirmation.whatNext.callback, {
    legalName: operator.legalName,
    hours: sayHours(own ?? spans, words, request.locale),
    zone: zoneName(timeZone, at, regionalTag[request.locale]),
  });
  const first = promiseOf({ ...request, receivedAt: at.toISOString() }, operator);
  if (!first) return sentence;
  const day = sayDay({ timeZone, locale: request.locale })(new Date(first.from));
  return `${sentence} ${fill(confirmation.whatNext['first-call'], { day })}`;
}

function textSentence(request: CareRequest, at: Date, { texts, texting, callInstead }: Manifest): string {
  const { whatNext: sentences } = texts[request.locale].confirmation;
  const { phone = '', timeZone } = request;
  const isNow =
    mayTextAt(at, { phone, timeZone }, texting.hours) || ('textTiming' in request && request.textTiming === 'now');
  const maybe = fill(sentences['text-maybe'], { phone: callInstead });
  return `${sentences[isNow ? 'text-now' : 'text-later']} ${maybe}`;
}
