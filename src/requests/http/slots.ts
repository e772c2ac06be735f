import type { Locale } from '#i18n/locale.ts';
import { isTimeZone } from '#i18n/time-zone.ts';
import type { Problem } from '../problem.ts';
import { sayTime } from '../say-time.ts';
import { askForDay, daysInView, slotDays } from '../slot-days.ts';
import { alternativesTo, bookable, freeSlots, type Slot } from '../slots.ts';
import { jsonAnswer, type SlotChoices } from './answers.ts';
import type { Deps } from './deps.ts';
import type { Answered } from './handle.ts';

/** The times that can still be booked. */
export async function freeNow({ store, clock, manifest }: Deps): Promise<Slot[]> {
  const now = clock.now();
  const { from, to } = bookable(now);
  return freeSlots(now, manifest.operator, await store.takenSlots(from, to));
}

/** Answers `GET /api/v1/slots`. No personal data: only times and the operator's zone. */
export async function slots(deps: Deps): Promise<Answered> {
  const body = { zone: deps.manifest.operator.timeZone, slots: await freeNow(deps) };
  return { response: jsonAnswer(body, 200, deps) };
}

/** Whether it is the time that cannot be had. */
export const isAboutTime = ({ code, fields }: Problem): boolean =>
  code === 'slot-taken' || (fields?.some(({ field }) => field === 'slot') ?? false);

/** A refusal because of its time is given with free ones near to it. */
export const withAlternatives = (problem: Problem, wished: unknown, free: readonly Slot[]): Problem =>
  isAboutTime(problem)
    ? { ...problem, slots: alternativesTo(typeof wished === 'string' ? wished : '', free) }
    : problem;

/**
 * Free times as the choices of a form, on the clocks of the person or, where they named no zone, of the operator: those of a few
 * days, and after them the other days, each as a choice that brings the form back with its times.
 */
export function choicesOf(
  free: readonly Slot[],
  { slot, timeZone: zone }: Readonly<Record<string, unknown>>,
  locale: Locale,
  { manifest }: Deps,
): SlotChoices {
  const timeZone = typeof zone === 'string' && isTimeZone(zone) ? zone : manifest.operator.timeZone;
  const time = sayTime({ timeZone, locale });
  const { full, others } = daysInView(slotDays(free, { timeZone, locale }), slot);
  return {
    times: full.map(({ label, slots }) => ({
      label,
      options: slots.map(({ id, start }) => ({ value: id, label: time(new Date(start)) })),
    })),
    otherDays: others.map((day) => ({ value: askForDay(day), label: day.label })),
  };
}
