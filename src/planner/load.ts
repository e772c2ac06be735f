import { widened } from './clash.ts';
import type { Meeting } from './meeting.ts';
import type { OwnTime } from './own-time.ts';
import { common, isSome, merged, type Span, total, without } from './spans.ts';
import type { PieceKind } from './week.ts';

/**
 * Real minutes of one week by what fills them. Each minute counts once, so they add up to the week. Work is what remains after leave; sleep
 * is that after nights and that which the reader fixed.
 */
export type Load = Readonly<Record<PieceKind | 'free', number>>;

/** The order in which kinds claim a minute. */
const claims = ['session', 'travel', 'work', 'commute', 'sleep', 'block'] as const satisfies readonly PieceKind[];

/**
 * What fills a week. Hours that are missed at work and not spent in a session are spent on the way. `leave` is all that is missed, merged.
 */
export function loadOf(
  week: Span,
  own: readonly OwnTime[],
  meetings: readonly Meeting[],
  travel: number,
  leave: readonly Span[],
): Load {
  const claimed: Record<PieceKind, Span[]> = { session: [], travel: [], work: [], commute: [], sleep: [], block: [] };
  const claim = (kind: PieceKind, span: Span) => {
    const part = common(span, week);
    if (isSome(part)) claimed[kind].push(part);
  };
  for (const meeting of meetings) {
    claim('session', meeting);
    claim('travel', widened(meeting, travel));
  }
  for (const time of own) {
    if (time.kind === 'work') for (const part of without(time, leave)) claim('work', part);
    else claim(time.block === 'sleep' ? 'sleep' : time.kind, time);
  }
  for (const part of leave) claim('commute', part);

  const load = { session: 0, travel: 0, work: 0, commute: 0, sleep: 0, block: 0, free: 0 };
  let taken: Span[] = [];
  let minutes = 0;
  for (const kind of claims) {
    if (claimed[kind].length === 0) continue;
    taken = merged([...taken, ...claimed[kind]]);
    load[kind] = total(taken) - minutes;
    minutes += load[kind];
  }
  load.free = week.to - week.from - minutes;
  return load;
}
