import type { Heard } from './heard.ts';
import { judge, rankOf } from './judge.ts';
import type { SingleId } from './questions.ts';
import type { Outcome } from './result.ts';

/**
 * The lowest and the highest answers of each question with one answer. The rules are monotone, so only these need trying. Where two answers
 * cannot be compared both stand: a program just finished may weigh more than use on most days or less, and `never-stopped` brings a rule of
 * its own. `plan` is left out: it is an emergency, not an uncertainty.
 */
const extremes = {
  selfharm: { lowest: 'none', highest: ['thoughts'] },
  age: { lowest: '18to64', highest: ['under18'] },
  pregnancy: { lowest: 'no', highest: ['yes'] },
  pattern: { lowest: 'stopped30', highest: ['finished-program', 'most-days'] },
  withdrawal: { lowest: 'none', highest: ['severe', 'never-stopped'] },
  health: { lowest: 'ok', highest: ['serious'] },
  mental: { lowest: 'ok', highest: ['severe'] },
  tried: { lowest: 'none', highest: ['residential'] },
  overdose: { lowest: 'no', highest: ['overdose'] },
  home: { lowest: 'supportive', highest: ['unsafe'] },
  between: { lowest: 'likely', highest: ['unlikely'] },
} as const satisfies Partial<Record<SingleId, { lowest: string; highest: readonly string[] }>>;

/** The headlines reachable if every `unknown` were answered one way or another (design 8b). What is ticked beside `unknown` stays ticked. */
export function rangeOf(heard: Heard): { lowest: Outcome; highest: Outcome } {
  const { unknown } = heard;
  const low: Heard = { ...heard, unknown: new Set() };
  let highs: Heard[] = [
    {
      ...heard,
      unknown: new Set(unknown.has('substances') ? ['substances'] : []),
      signs: unknown.has('signs') ? 11 : heard.signs,
    },
  ];
  for (const [question, { lowest, highest }] of Object.entries(extremes)) {
    if (!unknown.has(question as SingleId)) continue;
    Object.assign(low, { [question]: lowest });
    highs = highs.flatMap((high) => highest.map((answer) => ({ ...high, [question]: answer })));
  }
  const reachable = highs.map((high) => judge(high).headline).sort((one, other) => rankOf(other) - rankOf(one));
  return { lowest: judge(low).headline, highest: reachable[0] as Outcome };
}
