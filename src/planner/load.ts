import { widened } from './clash.ts';
import type { Missed } from './leave.ts';
import type { Meeting } from './meeting.ts';
import type { OwnTime } from './own-time.ts';
import { common, merged, type Span, total, without } from './spans.ts';
import type { PieceKind } from './week.ts';

/** Real minutes of one week by what fills them. Each minute counts once, so they add up to the week. Work is what remains after leave. */
export type Load = Readonly<Record<PieceKind | 'free', number>>;

/** What fills a week, first come first: hours that are missed at work and not spent in a session are spent on the way. */
export function loadOf(
  week: Span,
  own: readonly OwnTime[],
  meetings: readonly Meeting[],
  travel: number,
  missed: readonly Missed[],
): Load {
  const leave = merged(missed);
  const ownOf = (kind: OwnTime['kind']) => own.filter((time) => time.kind === kind);
  const layers: [PieceKind, readonly Span[]][] = [
    ['session', meetings],
    ['travel', meetings.map((meeting) => widened(meeting, travel))],
    ['work', ownOf('work').flatMap((shift) => without(shift, leave))],
    ['commute', [...ownOf('commute'), ...leave]],
    ['sleep', ownOf('sleep')],
    ['block', ownOf('block')],
  ];
  const load: Record<PieceKind | 'free', number> = {
    session: 0,
    travel: 0,
    work: 0,
    commute: 0,
    sleep: 0,
    block: 0,
    free: 0,
  };
  let taken: Span[] = [];
  for (const [kind, spans] of layers) {
    const now = merged([...taken, ...spans.map((span) => common(span, week))]);
    load[kind] = total(now) - total(taken);
    taken = now;
  }
  load.free = week.to - week.from - total(taken);
  return load;
}
