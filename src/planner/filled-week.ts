import { type ClashKind, clashKinds } from './clash.ts';
import type { OptionWeek } from './option.ts';
import type { OwnWeek } from './own-week.ts';
import { type FixedBlock, type Weekday, weekdays } from './shift.ts';
import type { Piece, PieceKind } from './week.ts';

/** A stretch of a day and what fills it. */
export interface Filled extends Pick<Piece, 'day' | 'from' | 'to'> {
  kind: PieceKind;
  /** What a session clashes with, each kind once. Empty for all else. */
  clashes: readonly ClashKind[];
}

const orderOf = (day: Weekday) => weekdays.indexOf(day);

/** A week with a timetable in it, in order of time: what is drawn and what is told. Sleep that the reader fixed is sleep. */
export function filledWeek(own: OwnWeek, laid: OptionWeek | undefined, blocks: readonly FixedBlock[]): Filled[] {
  const clashesOf = ({ kind, index }: Piece) =>
    clashKinds.filter((clash) =>
      laid?.clashes.some((found) => kind === 'session' && found.session === index && found.kind === clash),
    );
  return [...own.pieces, ...(laid?.pieces ?? [])]
    .map((piece) => ({
      kind: piece.kind === 'block' && blocks[piece.index]?.kind === 'sleep' ? ('sleep' as const) : piece.kind,
      day: piece.day,
      from: piece.from,
      to: piece.to,
      clashes: clashesOf(piece),
    }))
    .sort((one, other) => orderOf(one.day) - orderOf(other.day) || one.from - other.from);
}

/** Whether a stretch belongs to the program; it is drawn over the reader's own time. */
export const isOfProgram = ({ kind }: Pick<Filled, 'kind'>): boolean => kind === 'session' || kind === 'travel';
