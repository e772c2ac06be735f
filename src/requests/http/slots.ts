import type { Locale } from '#i18n/locale.ts';
import { isTimeZone } from '#i18n/time-zone.ts';
import type { ChoiceGroup } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { sayDay, sayTime } from '../say-time.ts';
import { alternativesTo, bookable, freeSlots, type Slot } from '../slots.ts';
import { jsonAnswer } from './answers.ts';
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

/** Free times as the choices of a form, by day, on the clocks of the person or, where they named no zone, of the operator. */
export function choicesOf(free: readonly Slot[], zone: unknown, locale: Locale, { manifest }: Deps): ChoiceGroup[] {
  const timeZone = typeof zone === 'string' && isTimeZone(zone) ? zone : manifest.operator.timeZone;
  const [day, time] = [sayDay({ timeZone, locale }), sayTime({ timeZone, locale })];
  const byDay = Map.groupBy(free, ({ start }) => day(new Date(start)));
  return [...byDay].map(([label, group]) => ({
    label,
    options: group.map(({ id, start }) => ({ value: id, label: time(new Date(start)) })),
  }));
}
