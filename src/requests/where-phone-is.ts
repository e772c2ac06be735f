import { minutesAhead } from '#i18n/time-zone.ts';
import { areas } from './area-codes.ts';

/** What is known of where a phone is: its number in E.164, and the zone that its owner named. */
export interface Phoned {
  phone: string;
  timeZone: string;
}

/** Every place where a phone may be. `states` is `'unknown'` where it may be any. */
export interface Whereabouts {
  zones: readonly string[];
  states: readonly string[] | 'unknown';
}

/** The clocks of the states between the oceans, for a number that says nothing. */
const contiguous = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'];

const areaOf = new Map(areas.flatMap(({ codes, ...area }) => codes.split(' ').map((code) => [code, area] as const)));

/**
 * Where a phone may be at that moment: the zones of its area code and the one that its owner named. Who names a clock that the area code
 * does not have has moved, to any state.
 */
export function whereabouts({ phone, timeZone }: Phoned, at: Date): Whereabouts {
  const area = /^\+1\d{10}$/.test(phone) ? areaOf.get(phone.slice(2, 5)) : undefined;
  if (!area) return { zones: [...new Set([timeZone, ...contiguous])], states: 'unknown' };
  const isAtHome = area.zones.some((zone) => zone === timeZone || minutesAhead(at, zone, timeZone) === 0);
  return { zones: [...new Set([timeZone, ...area.zones])], states: isAtHome ? [area.state] : 'unknown' };
}
