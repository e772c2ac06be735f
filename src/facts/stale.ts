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

/** How many days before its day a comparison is announced: a month's work, seen at its start. */
export const daysAhead = 30;

/** The last day that `today` looks ahead to. */
export function lookAhead(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + daysAhead);
  return date.toISOString().slice(0, 10);
}

/** A fact that has to be compared with its sources, and by when. Null: it never was. */
export interface DueFact {
  id: string;
  checkBy: string | null;
}

/** The facts that have to be compared with their sources up to a day, that day included: those never compared first, then by day. */
export function dueFacts(facts: Library['facts'], until: string): DueFact[] {
  return [...facts]
    .map(([id, { checked }]) => ({ id, checkBy: checked && checkBy(checked) }))
    .filter((fact) => fact.checkBy === null || fact.checkBy <= until)
    .sort((a, b) => (a.checkBy ?? '').localeCompare(b.checkBy ?? '') || a.id.localeCompare(b.id));
}
