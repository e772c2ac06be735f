import type { Calendar } from './calendar.ts';
import { isNight, spansIn } from './hours.ts';
import type { BlockKind } from './shift.ts';
import type { Sound } from './sound.ts';
import { isSome, type Span } from './spans.ts';
import type { PieceKind } from './week.ts';

/** Time that the reader's own weeks take, in real minutes. */
export interface OwnTime extends Span {
  kind: Extract<PieceKind, 'work' | 'commute' | 'sleep' | 'block'>;
  /** Which row of `shifts`, or of `blocks`. */
  index: number;
  /** Only with kind `block`. */
  block?: BlockKind;
}

/** All that the reader does in the weeks ahead, in order. */
export function ownTime({ shifts, blocks, commute, sleepAfterNight }: Sound, calendar: Calendar): OwnTime[] {
  const times: OwnTime[] = [];
  const lay = (row: Sound['shifts'][number] | Sound['blocks'][number], each: (span: Span) => OwnTime[]) => {
    for (const { monday, turn } of calendar.withNeighbours) {
      for (const { from, to } of spansIn(row, turn)) {
        const { clock } = calendar;
        times.push(...each({ from: clock.instantOf(monday + from), to: clock.instantOf(monday + to) }).filter(isSome));
      }
    }
  };
  for (const shift of shifts) {
    const { index } = shift;
    lay(shift, ({ from, to }) => {
      const home = to + commute.work;
      return [
        { kind: 'work', index, from, to },
        { kind: 'commute', index, from: from - commute.work, to: from },
        { kind: 'commute', index, from: to, to: home },
        { kind: 'sleep', index, from: home, to: isNight(shift) ? home + sleepAfterNight : home },
      ];
    });
  }
  for (const block of blocks) lay(block, (span) => [{ kind: 'block', block: block.kind, index: block.index, ...span }]);
  return times.sort((one, other) => one.from - other.from);
}
