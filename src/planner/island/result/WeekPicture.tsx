import { type Filled, isOfProgram } from '../../filled-week.ts';
import { weekdays } from '../../shift.ts';
import type { PlannerWords } from '../props.ts';

/** Where the columns start, and how wide a day and how high an hour is. */
const [top, day, hour] = [20, 42, 10];

/** Hatching for a clash, once on a page. */
export const Hatching = () => (
  <svg class="visually-hidden" aria-hidden="true">
    <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path class="paper" d="M0 0h5v5H0z" />
      <path class="ink" d="M0 0h1.6v5H0z" />
    </pattern>
  </svg>
);

interface StretchProps {
  filled: Filled;
  /** Where its column starts. */
  column: number;
  /** "Clash". */
  word: string;
}

/** A stretch to scale. What belongs to the program lies on the reader's own time, a little narrower, so that a clash shows both. */
function Stretch({ filled, column, word }: StretchProps) {
  const { kind, from, to, clashes } = filled;
  const inset = isOfProgram(filled) ? 5 : 1.5;
  const y = top + (from / 60) * hour;
  const height = ((to - from) / 60) * hour;
  return (
    <>
      <rect
        class={clashes.length > 0 ? 'clash' : kind}
        x={column + inset}
        y={y}
        width={day - 2 * inset}
        height={height}
        rx={Math.min(2, height / 2)}
      />
      {clashes.length > 0 && (
        <text class="word" x={column + day / 2} y={y + height / 2 + 4} text-anchor="middle">
          {word}
        </text>
      )}
    </>
  );
}

interface Props {
  filled: readonly Filled[];
  words: Pick<PlannerWords, 'clock' | 'result'>;
}

/** A week drawn to scale. */
export function WeekPicture({ filled, words }: Props) {
  const { times, clash } = words.result.week;
  const left = 10 + 7 * Math.max(...times.map(({ length }) => length));
  const columnOf = (place: number) => left + place * day;
  const inOrder = [...filled.filter((one) => !isOfProgram(one)), ...filled.filter(isOfProgram)];
  return (
    <svg viewBox={`0 0 ${columnOf(7)} ${top + 24 * hour + 2}`} aria-hidden="true">
      <rect class="free" x={left} y={top} width={7 * day} height={24 * hour} rx="2" />
      {weekdays.map((name, place) => (
        <text key={name} x={columnOf(place + 0.5)} y="13" text-anchor="middle">
          {words.clock.days[name].short}
        </text>
      ))}
      {times.map((time, place) => (
        <g key={time}>
          <text x={left - 5} y={top + place * 6 * hour + 4} text-anchor="end">
            {time}
          </text>
          <path class="line" d={`M${left} ${top + place * 6 * hour}h${7 * day}`} />
        </g>
      ))}
      {inOrder.map((one) => (
        <Stretch filled={one} column={columnOf(weekdays.indexOf(one.day))} word={clash} />
      ))}
    </svg>
  );
}
