import { z } from 'zod';
import { locales } from '#i18n/locale.ts';
import { textTiming, topics } from '../fields.ts';
import type { Manifest } from '../manifest.ts';
import type { Delivery } from '../outbox.ts';
import type { Clock, Ids, Opener, RequestStore } from '../ports.ts';
import { nextConsents, stopTexts } from '../text-consent.ts';
import { type Outgoing, textMessage } from '../text-message.ts';
import { confirmationLimits, planText, type TextStep } from '../text-plan.ts';
import type { TextSubscription } from '../text-subscription.ts';
import type { Carrier, Handed } from './carrier.ts';

/** What sending texts needs. */
export interface SmsDeps {
  store: RequestStore;
  /** Opens the requests that the numbers are in. */
  opener: Opener;
  carrier: Carrier;
  clock: Clock;
  ids: Ids;
  manifest: Pick<Manifest, 'origin' | 'texts' | 'texting'>;
}

/** How an attempt ended. Whatever it is, the sender has written it to the store: a text moves its subscription in the same step. */
export interface TextAttempt {
  outcome: 'delivered' | 'later' | 'never';
  status: string;
}

/** What a text needs of the sealed part of a request. */
const sealedPart = z.object({
  phone: z.string().regex(/^\+1\d{10}$/),
  timeZone: z.string(),
  locale: z.enum(locales),
  topic: z.enum(topics).optional(),
  textTiming: z.enum(textTiming).optional(),
});
type SealedPart = z.infer<typeof sealedPart>;

const minute = 60_000;
/** From one attempt to the next, however the attempts before ended. */
const pauses = [1, 5, 30, 60, 120, 240].map((minutes) => minutes * minute);
/** For how long it is tried; then a person has to see to it. */
const triedForMs = 66 * 60 * minute;
/** While this process cannot open requests: the operator has a key to give. */
const withoutKey = 60 * minute;

/** Sends the texts of the outbox, one at a time: `send(delivery)` looks at hours, limits and consent, speaks to the carrier, and writes down what came of it. */
export function smsSender(deps: SmsDeps) {
  const { store, opener, carrier, clock, manifest } = deps;

  async function opened({ request }: Delivery): Promise<SealedPart | undefined> {
    const { sealed, id, kind, schemaVersion } = request;
    const content = sealed && (await opener.open(sealed, { requestId: id, kind, schemaVersion }));
    return content === undefined ? undefined : sealedPart.safeParse(JSON.parse(content)).data;
  }

  async function stepFor(type: Outgoing, subscription: TextSubscription, part: SealedPart): Promise<TextStep> {
    const at = clock.now();
    const { subjectKey } = subscription;
    const since = (ms: number) => new Date(at.getTime() - ms).toISOString();
    const [suppressed, toAll, ...confirmations] = await Promise.all([
      store.suppressedSince(subjectKey),
      store.confirmationsSince(since(confirmationLimits[0].within)),
      ...confirmationLimits.map(({ within }) => store.confirmationsSince(since(within), subjectKey)),
    ]);
    const due = {
      ...{ type, subscription, phoned: part, confirmations, confirmationsToAll: toAll },
      isSuppressed: suppressed !== undefined,
      ...(part.textTiming && { textTiming: part.textTiming }),
    };
    return planText(due, at, manifest.texting.hours);
  }

  async function later({ id, leaseId }: Delivery, until: Date, status: string): Promise<TextAttempt> {
    await store.markRetry(id, leaseId, until.toISOString(), status);
    return { outcome: 'later', status };
  }

  async function never({ id, leaseId }: Delivery, status: string): Promise<TextAttempt> {
    await store.markDead(id, leaseId, clock.now().toISOString(), status);
    return { outcome: 'never', status };
  }

  async function delivered(delivery: Delivery, messageId: string): Promise<TextAttempt> {
    const { id, leaseId, requestId, type } = delivery;
    const at = clock.now();
    const now = at.toISOString();
    if (type === 'text.confirm') {
      const doubleOptIn = { sentAt: now, providerMessageId: messageId };
      const records = await nextConsents(store, requestId, at, () => ({ status: 'pending', doubleOptIn }));
      await store.markConfirmSent({ id, leaseId, requestId, at: now }, records);
    } else if (await store.markDelivered(id, leaseId, now)) await store.finishText(requestId, now);
    return { outcome: 'delivered', status: '201' };
  }

  async function settle(delivery: Delivery, handed: Handed, { subjectKey }: TextSubscription): Promise<TextAttempt> {
    if (handed.is === 'taken') return delivered(delivery, handed.messageId);
    if (handed.is === 'stopped') {
      const ended = await never(delivery, handed.status);
      await stopTexts({ subjectKey, via: 'text', class: handed.status }, deps);
      return ended;
    }
    const now = clock.now().getTime();
    const isOld = now - Date.parse(delivery.createdAt) > triedForMs;
    if (handed.is === 'refused' || isOld) return never(delivery, handed.status);
    const pause = pauses[Math.min(delivery.attempts, pauses.length) - 1] ?? minute;
    return later(delivery, new Date(now + Math.max(pause, handed.afterMs ?? 0)), handed.status);
  }

  return {
    /** Tries once. Resolves when the store knows how it ended. */
    async send(delivery: Delivery, signal: AbortSignal): Promise<TextAttempt> {
      const { type, requestId, request } = delivery;
      if (type !== 'text.confirm' && type !== 'text.info') return never(delivery, 'no-text');
      const subscription = await store.textOf(requestId);
      if (!subscription) return never(delivery, 'no-consent');
      const part = await opened(delivery);
      if (!part) return later(delivery, new Date(clock.now().getTime() + withoutKey), 'sealed');
      const step = await stepFor(type, subscription, part);
      if (step.is === 'drop') return never(delivery, step.status);
      if (step.is === 'wait') return later(delivery, step.until, step.status);
      if (signal.aborted) return later(delivery, clock.now(), 'stopped');
      const { kind, reference } = request;
      const { origin, texts, texting } = manifest;
      const subject = { kind, reference, ...(part.topic && { topic: part.topic }) };
      const says = textMessage(type, subject, texts[part.locale].textMessages, { brand: texting.brand, origin });
      return settle(delivery, await carrier.send({ to: part.phone, says }, signal), subscription);
    },
  };
}

/** Sends texts. */
export type SmsSender = ReturnType<typeof smsSender>;
