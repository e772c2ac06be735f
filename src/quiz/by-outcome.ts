import { emergencyAnswers } from './counts-as.ts';
import { readings } from './readings.ts';
import { type Outcome, settings } from './result.ts';
import type { Tables } from './rules.ts';
import { prepare } from './settle.ts';
import { type Situation, situations } from './situations.ts';

/** What a situation can lead to: an outcome, or the advice to see a professional within days, which goes with any program. */
export type Step = Outcome | 'soon';

export interface Group {
  leadsTo: Step;
  /** Which of the two parts of a result it sets. */
  part: 'urgency' | 'setting';
  /** What the part reaches at the least. */
  height: number;
  situations: readonly Situation[];
}

/** Fewer conditions first, then by the readings in their order. */
function bySize(one: Situation, other: Situation): number {
  const size = Object.keys(one).length - Object.keys(other).length;
  if (size !== 0) return size;
  const differing = readings.find((reading) => one[reading] !== other[reading]);
  return differing ? (one[differing] ?? Infinity) - (other[differing] ?? Infinity) : 0;
}

const derived = new WeakMap<Tables, readonly Group[]>();

/** The whole of what the rules say, highest first: every smallest situation under what it leads to. Emergencies stand before it, on answers. */
export function groupsOf(tables: Tables): readonly Group[] {
  const groups = derived.get(tables) ?? derive(tables);
  derived.set(tables, groups);
  return groups;
}

function derive(tables: Tables): Group[] {
  const rules = prepare(tables);
  const group = (leadsTo: Step, part: Group['part'], height: number): Group => ({
    leadsTo,
    part,
    height,
    situations: situations(rules, part, height).sort(bySize),
  });
  const programs = settings.map((setting, height) => group(setting, 'setting', height)).slice(1);
  return [group('medical-first', 'urgency', 2), group('soon', 'urgency', 1), ...programs.reverse()];
}

/** How many answers or situations lead to a step; undefined for what is left when nothing fits. */
export function countsOf(groups: readonly Group[]): Readonly<Record<Step, number | undefined>> {
  const counts = Object.fromEntries(groups.map(({ leadsTo, situations: found }) => [leadsTo, found.length]));
  return { ...counts, emergency: emergencyAnswers().length } as Record<Step, number | undefined>;
}
