import type { Heard } from './heard.ts';
import { bothWays, type Measures, readingsOf } from './readings.ts';
import { type Outcome, outcomes, type RedFlagId, type Setting, settings, type Urgency } from './result.ts';
import { tables } from './rules.ts';
import {
  alarmed,
  higher,
  packedHeadline,
  packedScore,
  packedSetting,
  packedUrgency,
  prepare,
  settle,
} from './settle.ts';

export const rules = prepare(tables);

/** What the rules say of answers, before anything is explained. */
export interface Judgement {
  headline: Outcome;
  urgency: Urgency;
  setting: Setting;
  /** Withdrawal score 0–3. */
  score: number;
  /** The ways in which the answers were read (see `bothWays`), derived measures included, and what each alone comes to. */
  ways: readonly Way[];
}

export interface Way {
  heard: Heard;
  measures: Measures;
  setting: Setting;
}

/** The red flags that fired, in the order asked. Any one ends the quiz (fit criteria 3.2). */
export function redFlags({ now, selfharm }: Heard): RedFlagId[] {
  const fired: RedFlagId[] = [];
  if (now === 'danger') fired.push('E-911');
  if (now === 'unknown') fired.push('E-CHECK');
  if (selfharm === 'plan') fired.push('E-988');
  return fired;
}

const settingAt = (packed: number): Setting => settings[packedSetting(packed)] as Setting;

/** Judges answers: red flags first, then the highest floor of every rule. */
export function judge(heard: Heard): Judgement {
  let packed = 0;
  const ways = bothWays(heard).map((way) => {
    const measures = readingsOf(way);
    const settled = settle(rules, measures);
    packed = higher(packed, settled);
    return { heard: way, measures, setting: settingAt(settled) };
  });
  if (redFlags(heard).length > 0) packed = alarmed(packed);
  return {
    headline: outcomes[packedHeadline(packed)] as Outcome,
    urgency: packedUrgency(packed) as Urgency,
    setting: settingAt(packed),
    score: packedScore(packed),
    ways,
  };
}

/** Where an outcome stands in the order from `no-sign` to `emergency`. */
export const rankOf = (outcome: Outcome): number => outcomes.indexOf(outcome);
