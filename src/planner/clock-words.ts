import { fill } from '#i18n/fill.ts';
import type { Weekday } from './shift.ts';
import type { PlannerTexts } from './texts.ts';

type ClockWords = PlannerTexts['clock'];

/** The text for a number of things. */
export const counted = ({ one, other }: { one: string; other: string }, count: number): string =>
  fill(count === 1 ? one : other, { count });

/** Minutes as people say them: "6 hours 30 min". */
export function lengthOf(minutes: number, { hours, minutes: ofMinutes }: ClockWords): string {
  const [whole, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  const parts = [
    ...(whole > 0 || rest === 0 ? [counted(hours, whole)] : []),
    ...(rest > 0 ? [fill(ofMinutes, { count: rest })] : []),
  ];
  return parts.join(' ');
}

/** A time of day: "6:30 p.m.", "noon". */
export function timeOf(minute: number, { midnight, noon, am, pm }: ClockWords): string {
  const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60];
  if (rest === 0 && hour % 12 === 0) return hour === 0 ? midnight : noon;
  const time = `${hour % 12 || 12}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
  return fill(hour < 12 ? am : pm, { time });
}

/** From one time to another. */
export const spanOf = ({ from, to }: { from: number; to: number }, words: ClockWords): string =>
  fill(words.span, { from: timeOf(from, words), to: timeOf(to, words) });

/** When a timetable meets: "Mon, Wed, Fri 9 a.m. to noon". */
export function meetingTimes(
  sessions: readonly { day: Weekday; from: number; to: number }[],
  words: ClockWords,
): string {
  const days = new Map<string, string[]>();
  for (const session of sessions) {
    const span = spanOf(session, words);
    days.set(span, [...(days.get(span) ?? []), words.days[session.day].short]);
  }
  return [...days].map(([span, names]) => `${names.join(', ')} ${span}`).join('; ');
}
