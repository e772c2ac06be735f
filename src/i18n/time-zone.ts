import { dateFormat } from '#i18n/date-format.ts';

/** The zones that the form lists: one per clock of the United States and its territories. Other IANA zones are accepted too. */
export const offeredZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
] as const;

/** Whether the runtime's time-zone data knows this IANA id. Bare offsets such as "+05:00" are not zones. */
export function isTimeZone(id: string): boolean {
  if (!/^[A-Za-z][\w+\-/]{1,63}$/.test(id)) return false;
  try {
    return Boolean(wallClock(id));
  } catch {
    return false;
  }
}

const wallClock = (timeZone: string) => dateFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });

/** Wall-clock time in a zone as `2026-11-22T09:30:00`, without an offset: it stands beside the zone's id. */
export const localTime = (at: Date, timeZone: string): string => wallClock(timeZone).format(at).replace(' ', 'T');

/** How many minutes the clocks of `to` are ahead of those of `from` at that moment. */
export function minutesAhead(at: Date, from: string, to: string): number {
  const wall = (zone: string) => Date.parse(`${localTime(at, zone)}Z`);
  return Math.round((wall(to) - wall(from)) / 60_000);
}

/** What people call the zone, for example "Central Time". `tag` is a language tag. */
export function zoneName(timeZone: string, at: Date, tag: string): string {
  const parts = dateFormat(tag, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The moment as its local time with the offset from UTC: `2026-11-24T09:00:00-06:00`. */
export function withOffset(at: Date, timeZone: string): string {
  const minutes = minutesAhead(at, 'UTC', timeZone);
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${localTime(at, timeZone)}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
