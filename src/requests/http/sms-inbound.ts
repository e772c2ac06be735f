import type { Locale } from '#i18n/locale.ts';
import { folded, type ReplyClass, replyClass } from '../reply.ts';
import { eraseBy } from '../retention.ts';
import { nextConsents, stopTexts } from '../text-consent.ts';
import { textAnswer } from '../text-message.ts';
import { countsYes } from '../text-plan.ts';
import { problemAnswer, xmlAnswer } from './answers.ts';
import { isFromCarrier } from './carrier-signature.ts';
import type { Deps } from './deps.ts';
import type { Answered } from './handle.ts';
import { encodingOf, headersProblem, readSubmission } from './submission.ts';
import { twiml } from './twiml.ts';

/** What the endpoint needs where texts come in. */
export interface SmsInbound {
  /** The token of our account, which the carrier signs with. */
  token: string;
  /** Waits while a text is under way to somebody who says stop. */
  wait(ms: number): Promise<void>;
}

/** The address that the operator gives the carrier, after the site's origin. */
export const inboundPath = '/api/v1/sms/inbound';

/** A long message in many alphabets is nine times as long in a form. */
const maxBytes = 32 * 1024;
/** The carrier waits 15 seconds for an answer. */
const patienceMs = 13_000;
const lookAgainMs = 250;

/** A message that came in. */
interface Message {
  id: string;
  subjectKey: string;
  counts: ReplyClass;
  says: string;
  /** The carrier has answered it already, because it keeps a list of its own. */
  isAnswered: boolean;
}

const ownList: Readonly<Record<string, ReplyClass>> = { STOP: 'stop', HELP: 'help', START: 'start' };

/** Answers `POST /api/v1/sms/inbound`: each message once, and with effect before the answer. */
export async function smsInbound(request: Request, deps: Deps): Promise<Answered> {
  const refused = (code: 'not-found' | 'wrong-type' | 'too-big' | 'malformed' | 'duplicate-field'): Answered => ({
    response: problemAnswer({ code }, 'en', deps),
    code,
  });
  if (!deps.sms) return refused('not-found');
  if (encodingOf(request.headers) !== 'form' || headersProblem(request.headers, maxBytes) === 'wrong-type') {
    return refused('wrong-type');
  }
  const submission = await readSubmission(request, maxBytes);
  if (!submission.ok) return refused(submission.code === 'too-big' ? 'too-big' : 'malformed');
  const fields = submission.fields as Record<string, string>;
  const signature = request.headers.get('x-twilio-signature');
  if (!(await isFromCarrier(signature, deps.manifest.origin + inboundPath, fields, deps.sms.token))) {
    return { response: xmlAnswer(twiml(), 401, deps) };
  }
  const { MessageSid: id, From: from, Body: says = '', OptOutType: listed = '' } = fields;
  if (!id || !/^\w{1,64}$/.test(id) || !from) return refused('malformed');
  const subjectKey = await deps.keyed.subjectKey(from);
  const counts = ownList[listed] ?? replyClass(says);
  return takeOnce({ id, subjectKey, counts, says, isAnswered: listed in ownList }, deps, deps.sms);
}

/** The carrier sends a message again where it did not hear our answer; two at once take turns. */
async function takeOnce(message: Message, deps: Deps, sms: SmsInbound): Promise<Answered> {
  const { store, clock, inFlight } = deps;
  const { id: messageId, subjectKey, counts } = message;
  const leave = await inFlight.enter(`sms ${messageId}`);
  if (!leave) return again(deps);
  try {
    if (await store.isKnownInbound(messageId)) return { response: xmlAnswer(twiml(), 200, deps) };
    const effect = await carryOut(message, deps, sms);
    if (effect === 'again') return again(deps);
    const at = clock.now().toISOString();
    // Where turns are not taken, as on Workers, the row decides which of two says something.
    const isFirst = await store.rememberInbound({ messageId, subjectKey, at, replyClass: counts });
    return { response: xmlAnswer(twiml(isFirst && !message.isAnswered ? effect.says : undefined), 200, deps) };
  } finally {
    leave();
  }
}

const again = (deps: Deps): Answered => ({ response: xmlAnswer(twiml(), 503, deps, { 'Retry-After': '5' }) });

/** Does what a message asks for; resolves to what the phone is told. `again`: it could not be done yet. */
async function carryOut(message: Message, deps: Deps, sms: SmsInbound): Promise<{ says?: string } | 'again'> {
  const { store, clock } = deps;
  const { subjectKey } = message;
  switch (message.counts) {
    case 'stop':
    case 'refusal': {
      const isNews = (await store.suppressedSince(subjectKey)) === undefined;
      if (!(await isStopped(message, deps, sms))) return 'again';
      return isNews ? { says: await answer('stopped', message, deps) } : {};
    }
    case 'help':
      return { says: await answer('help', message, deps) };
    case 'yes':
      await confirm(subjectKey, deps);
      return {};
    case 'start':
      return {};
    case 'mentions-stop':
    case 'other':
      await store.pauseTexts(subjectKey, clock.now().toISOString());
      return {};
  }
}

/**
 * Ends all texts to the number. While one is under way it waits: that text may still arrive, and nothing may arrive after our answer.
 * The number is paused meanwhile, so that no other text starts, whatever becomes of this process.
 */
async function isStopped({ subjectKey, counts }: Message, deps: Deps, { wait }: SmsInbound): Promise<boolean> {
  const wish = { subjectKey, via: 'text', class: counts } as const;
  for (let waited = 0; waited <= patienceMs; waited += lookAgainMs) {
    if ((await stopTexts(wish, deps)) === 'stopped') return true;
    if (waited === 0) await deps.store.pauseTexts(subjectKey, deps.clock.now().toISOString());
    await wait(lookAgainMs);
  }
  return false;
}

/** A yes from the phone itself: starts what was asked for with it, and keeps those requests as long as others. */
async function confirm(subjectKey: string, { store, clock, ids, manifest }: Deps): Promise<void> {
  const at = clock.now();
  const now = at.toISOString();
  const { retentionDays } = manifest.operator;
  for (const text of await store.textsOf(subjectKey)) {
    const { requestId } = text;
    const request = countsYes(text, at) ? await store.find(requestId) : undefined;
    if (!request) continue;
    const evidence = await nextConsents(store, requestId, at, ({ doubleOptIn }) => ({
      status: 'active',
      ...(doubleOptIn && { doubleOptIn: { ...doubleOptIn, repliedAt: now, replyClass: 'yes' } }),
    }));
    const info = { id: ids.uuid(), requestId, channel: 'text', type: 'text.info', createdAt: now, dueAt: now } as const;
    const until = eraseBy(new Date(request.receivedAt), retentionDays);
    await store.confirmByReply({ requestId, at: now, eraseBy: until, evidence, outbox: [info] });
  }
}

/** Words that only Spanish has among those that are answered. */
const spanish =
  /\b(alto|parar|pare|paren|cancelar|basta|baja|ayuda|ayudame|ayudeme|informacion|mensajes?|numero|no me|deje|dejen)\b/;

/** In the language of the person's last request; where there is none, in the one that they wrote. */
async function answer(
  to: 'stopped' | 'help',
  { subjectKey, says }: Message,
  { store, manifest }: Deps,
): Promise<string> {
  const last = (await store.textsOf(subjectKey)).at(-1);
  const asked = last && (await store.find(last.requestId))?.locale;
  const locale: Locale = asked ?? (spanish.test(folded(says)) ? 'es' : 'en');
  const { texting, texts, callInstead: phone } = manifest;
  const words = { en: texts.en.textMessages, es: texts.es.textMessages };
  return textAnswer(to, locale, { ...texting, phone, words });
}
