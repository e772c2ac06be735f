import type { Setting } from '../entries.ts';
import type { Zone } from './props.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The reader's clock: its zone, and the Monday after today. */
export function settingNow(): Setting {
  const day = new Date();
  day.setDate(day.getDate() + ((8 - day.getDay()) % 7 || 7));
  return {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    from: `${day.getFullYear()}-${twoDigits(day.getMonth() + 1)}-${twoDigits(day.getDate())}`,
  };
}

/** The zones on offer, the reader's own among them. */
export const zonesWith = (own: string, zones: readonly Zone[]): readonly Zone[] =>
  zones.some(({ id }) => id === own) ? zones : [{ id: own, label: own.replaceAll('_', ' ') }, ...zones];
