import { type Reader, sayDay } from './say-time.ts';
import type { Slot } from './slots.ts';

/** The slots of one day, on the reader's clocks. */
export interface SlotDay {
  /** "Tuesday, November 24". */
  label: string;
  slots: readonly Slot[];
}

/** Free slots by day, in order. */
export function slotDays(free: readonly Slot[], reader: Reader): SlotDay[] {
  const say = sayDay(reader);
  return [...Map.groupBy(free, ({ start }) => say(new Date(start)))].map(([label, slots]) => ({ label, slots }));
}

/** How many days a page shows in full where no script can show one after the other. */
const daysInFull = 3;
const prefix = 'day-';

/** What a form without script sends to ask for the times of a day: the id of the day's first slot, marked so that it is none. */
export const askForDay = ({ slots }: SlotDay): string => `${prefix}${slots[0]?.id}`;

/** The days to show in full: from the one that was asked for, or that holds the slot which was, else the first ones; and all others. */
export function daysInView(days: readonly SlotDay[], wished: unknown): { full: SlotDay[]; others: SlotDay[] } {
  const id = typeof wished === 'string' ? wished.replace(prefix, '') : '';
  const place = days.findIndex(({ slots }) => (slots.at(-1)?.id ?? '') >= id);
  const from = Math.max(0, Math.min(place === -1 ? 0 : place, days.length - daysInFull));
  const isFull = (_: SlotDay, index: number) => index >= from && index < from + daysInFull;
  return { full: days.filter(isFull), others: days.filter((day, index) => !isFull(day, index)) };
}
