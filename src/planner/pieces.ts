import { type Clock, minutesInDay, readWall } from './clock.ts';
import { common, isSome, type Span, without } from './spans.ts';
import type { FreeWindow, Piece, PieceKind } from './week.ts';

type Stretch = Pick<Piece, 'day' | 'from' | 'to'>;

/** A span cut at midnights and at changes of the clock, as the reader's clock tells it. */
function stretchesOf(span: Span, clock: Clock): Stretch[] {
  const stretches: Stretch[] = [];
  let { from } = span;
  for (const end of [...clock.changesIn(span), span.to]) {
    while (from < end) {
      const { day, minute } = readWall(clock.wallOf(from));
      const to = Math.min(end, from + minutesInDay - minute);
      stretches.push({ day, from: minute, to: minute + to - from });
      from = to;
    }
  }
  return stretches;
}

/** What of these times lies in a week, to be drawn. */
export const piecesIn = (
  week: Span,
  times: readonly (Span & { kind: PieceKind; index: number })[],
  clock: Clock,
): Piece[] =>
  times.flatMap((time) => {
    const span = common(time, week);
    if (!isSome(span)) return [];
    return stretchesOf(span, clock).map((stretch) => ({ kind: time.kind, index: time.index, ...stretch }));
  });

/** Programs meet between these hours; free time at night is no room for one. */
const waking = { from: 6 * 60, to: 22 * 60 };
const shortestWindow = 60;

/** The free windows of a week. `taken` is the reader's own time, merged. */
export const freeIn = (week: Span, taken: readonly Span[], clock: Clock): FreeWindow[] =>
  without(week, taken)
    .flatMap((span) => stretchesOf(span, clock))
    .map(({ day, from, to }) => ({ day, from: Math.max(from, waking.from), to: Math.min(to, waking.to) }))
    .filter(({ from, to }) => to - from >= shortestWindow);
