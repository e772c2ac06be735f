import type { textTiming } from './fields.ts';
import type { waitsInTurn } from './outbox.ts';
import type { Outgoing } from './text-message.ts';
import type { TextState, TextSubscription } from './text-subscription.ts';
import { nextTextTime, type TextingHours } from './texting-hours.ts';
import type { Phoned } from './where-phone-is.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How many confirmations go out, whoever asks (consent-and-privacy section 6). */
export const confirmationLimits = [
  { within: day, perNumber: 1 },
  { within: 30 * day, perNumber: 3 },
] as const;
/** From everybody together in a day: more than any desk can answer, so a sign of a program that fills in forms. */
export const confirmationsPerDay = 500;

/** Who chose `now` at night waits for the text with the phone in hand; two minutes later it would wake them. */
const promptMs = 2 * minute;
/** How long a yes counts. */
const yesWithin = day;
/** A request for texts is erased after 72 hours; it ends before, with time for retention. */
const endsAfter = 66 * hour;
/** After that no confirmation goes out: a yes would come too late. */
const lastConfirmation = 60 * hour;

/** A text that could go out now, and everything that decides whether it may. */
export interface TextDue {
  type: Outgoing;
  subscription: Pick<TextSubscription, 'state' | 'requestedAt'>;
  phoned: Phoned;
  textTiming?: (typeof textTiming)[number];
  isSuppressed: boolean;
  /** Confirmations that went to this number, by `confirmationLimits`. */
  confirmations: readonly number[];
  /** Confirmations that went to anybody within a day. */
  confirmationsToAll: number;
}

/** What to do with it. A status is a word of ours for the operator's list. */
export type TextStep =
  | { is: 'send' }
  | { is: 'wait'; until: Date; status: (typeof waitsInTurn)[number] }
  | { is: 'drop'; status: 'suppressed' | 'no-consent' | 'too-late' };

/** Each type goes out in one state only: before a yes there is the confirmation, and nothing else. */
const sentIn: Record<Outgoing, TextState> = { 'text.confirm': 'requested', 'text.info': 'active' };

/** Whether a text goes out now, later or never. */
export function planText(due: TextDue, at: Date, hours: TextingHours): TextStep {
  const { type, subscription, phoned } = due;
  if (due.isSuppressed) return { is: 'drop', status: 'suppressed' };
  if (subscription.state !== sentIn[type]) return { is: 'drop', status: 'no-consent' };
  const age = at.getTime() - Date.parse(subscription.requestedAt);
  if (type === 'text.confirm') {
    if (age > lastConfirmation) return { is: 'drop', status: 'too-late' };
    if (confirmationLimits.some(({ perNumber }, place) => (due.confirmations[place] ?? 0) >= perNumber)) {
      return { is: 'wait', until: new Date(at.getTime() + hour), status: 'number-limit' };
    }
    if (due.confirmationsToAll >= confirmationsPerDay) {
      return { is: 'wait', until: new Date(at.getTime() + hour), status: 'daily-budget' };
    }
    if (due.textTiming === 'now' && age >= 0 && age <= promptMs) return { is: 'send' };
  }
  const next = nextTextTime(at, phoned, hours);
  if (!next) return { is: 'drop', status: 'too-late' };
  return next.getTime() === at.getTime() ? { is: 'send' } : { is: 'wait', until: next, status: 'outside-hours' };
}

/** Whether a yes that comes now still counts. */
export const countsYes = ({ state, confirmSentAt }: TextSubscription, at: Date): boolean =>
  state === 'confirm-sent' && confirmSentAt !== undefined && at.getTime() - Date.parse(confirmSentAt) <= yesWithin;

/** Whether a request for texts is over because no yes came. */
export const isExpired = ({ state, requestedAt, confirmSentAt }: TextSubscription, at: Date): boolean => {
  if (state !== 'requested' && state !== 'confirm-sent') return false;
  if (at.getTime() - Date.parse(requestedAt) > endsAfter) return true;
  return confirmSentAt !== undefined && at.getTime() - Date.parse(confirmSentAt) > yesWithin;
};

/** Requests younger than this cannot have expired. */
export const mayExpireFrom = (at: Date): string => new Date(at.getTime() - yesWithin).toISOString();
