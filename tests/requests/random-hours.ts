import { offeredZones } from '#i18n/time-zone.ts';
import { areas } from '#requests/area-codes.ts';
import { planText, type TextDue } from '#requests/text-plan.ts';
import type { TextingHours } from '#requests/texting-hours.ts';

/** A repeatable source of chance: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Weekday and minute on the clocks of a zone, read another way than the code does. */
function wall(at: Date, timeZone: string): { day: (typeof names)[number]; minute: number } {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: names[days.indexOf(parts['weekday'] ?? '')] ?? 'sunday',
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

const minutes = (time: string): number => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
const within = (hours: { opens: string; closes: string } | null | undefined, minute: number): boolean =>
  hours !== null && hours !== undefined && minute >= minutes(hours.opens) && minute < minutes(hours.closes);

/** Whether the hour is decent in the zone that was named and in those of the area code, by the table alone. */
function isDecent(at: Date, { phone, timeZone }: TextDue['phoned'], table: TextingHours): boolean {
  const area = areas.find(({ codes }) => codes.includes(phone.slice(2, 5)));
  const zones = area?.zones ?? ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];
  return [timeZone, ...zones].every((zone) => {
    const { day, minute } = wall(at, zone);
    const rule = area && table.states[area.state]?.narrower;
    const isNarrowed = rule !== undefined && day in rule;
    return within(table.hours[day], minute) && (!isNarrowed || within(rule[day], minute));
  });
}

/** What came of many random send times. `outside` must be 0. */
export interface RandomHours {
  times: number;
  sent: number;
  /** Sent at night because the person chose so, within two minutes. */
  prompted: number;
  put: number;
  outside: number;
}

const year = 365 * 24 * 3_600_000;

/** Decides about texts at random times to random numbers of people in random zones, and checks each decision another way. */
export function randomHours(times: number, table: TextingHours, seed = 1, plan = planText): RandomHours {
  const random = chance(seed);
  const pick = <One>(from: readonly One[]): One => from[Math.floor(random() * from.length)] as One;
  const codes = [...areas.flatMap((area) => area.codes.split(' ')), '800', '299', '888'];
  const result: RandomHours = { times, sent: 0, prompted: 0, put: 0, outside: 0 };
  for (let time = 0; time < times; time += 1) {
    const at = new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 3 * year));
    const age = pick([30_000, 119_000, 121_000, 600_000, 20 * 3_600_000]);
    const type = pick(['text.confirm', 'text.info'] as const);
    const phoned = {
      phone: `+1${pick(codes)}5550142`,
      timeZone: pick([...offeredZones, 'Europe/Madrid', 'America/Detroit']),
    };
    const textTiming = pick(['now', 'next-open-hour', undefined] as const);
    const subscription = {
      state: type === 'text.confirm' ? 'requested' : 'active',
      requestedAt: new Date(at.getTime() - age).toISOString(),
    } as const;
    const due: TextDue = {
      ...{ type, phoned, subscription, isSuppressed: false, confirmations: [0, 0], confirmationsToAll: 0 },
      ...(textTiming && { textTiming }),
    };
    const step = plan(due, at, table);
    if (step.is === 'wait') {
      result.put += 1;
      if (step.until <= at || !isDecent(step.until, phoned, table)) result.outside += 1;
    }
    if (step.is !== 'send') continue;
    result.sent += 1;
    if (isDecent(at, phoned, table)) continue;
    const isPrompted = type === 'text.confirm' && textTiming === 'now' && age <= 120_000;
    result[isPrompted ? 'prompted' : 'outside'] += 1;
  }
  return result;
}
