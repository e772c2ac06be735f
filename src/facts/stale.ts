import type { Library } from './library.ts';

/** How long a comparison of a fact with its sources holds, in months. */
export const monthsBetweenChecks = 12;

/** True when the day by which something had to be checked again lies behind `today` (both `2026-11-22`). */
export const isOverdue = (checkBy: string, today: string): boolean => checkBy < today;

/** The day by which a fact checked on `checked` has to be compared with its sources again. */
export function checkBy(checked: string): string {
  const date = new Date(`${checked}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + monthsBetweenChecks);
  return date.toISOString().slice(0, 10);
}

/** The day of the oldest check among facts, for a page that says when its facts were checked. Undefined where none was. */
export function oldestCheck(ids: Iterable<string>, facts: Library['facts']): string | undefined {
  const days = [...ids].flatMap((id) => facts.get(id)?.checked ?? []);
  return days.sort()[0];
}

/** A fact that has to be compared with its sources, and since when. Null: it never was. */
export interface StaleFact {
  id: string;
  overdueSince: string | null;
}

/** The facts nobody has compared with their sources in time, the longest overdue first, those never checked before all. */
export function staleFacts(facts: Library['facts'], today: string): StaleFact[] {
  return [...facts]
    .map(([id, { checked }]) => ({ id, overdueSince: checked && checkBy(checked) }))
    .filter(({ overdueSince }) => overdueSince === null || isOverdue(overdueSince, today))
    .sort((a, b) => (a.overdueSince ?? '').localeCompare(b.overdueSince ?? ''));
}
