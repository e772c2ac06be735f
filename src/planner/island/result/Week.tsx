import { fill } from '#i18n/fill.ts';
import { minutesInWeek } from '../../clock.ts';
import { lengthOf } from '../../clock-words.ts';
import { filledWeek } from '../../filled-week.ts';
import type { OptionWeek } from '../../option.ts';
import type { OwnWeek } from '../../own-week.ts';
import type { FixedBlock } from '../../shift.ts';
import type { PlannerWords } from '../props.ts';
import { WeekInWords } from './WeekInWords.tsx';
import { WeekPicture } from './WeekPicture.tsx';

/** In the order of the key. */
const kinds = ['session', 'travel', 'work', 'commute', 'sleep', 'block', 'free'] as const;

interface Props {
  own: OwnWeek;
  /** The timetable in it. */
  laid: OptionWeek | undefined;
  blocks: readonly FixedBlock[];
  words: Pick<PlannerWords, 'clock' | 'result'>;
  /** Only where there are several weeks. */
  heading?: string | undefined;
}

/** A line of the key. */
const Line = ({ kind, text }: { kind: string; text: string }) => (
  <li>
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <rect class={kind} x="1" y="1" width="12" height="12" rx="2" />
    </svg>
    {text}
  </li>
);

/** A week as a picture, how its hours add up, and the same in words. */
export function Week({ own, laid, blocks, words, heading }: Props) {
  const { clock, result } = words;
  const { week } = result;
  const filled = filledWeek(own, laid, blocks);
  const load = laid?.load ?? own.load;
  return (
    <div class="week">
      {heading && <h3>{heading}</h3>}
      {own.minutes !== minutesInWeek && <p>{fill(week.clockChange, { hours: lengthOf(own.minutes, clock) })}</p>}
      <WeekPicture filled={filled} words={words} />
      <ul class="key">
        {kinds
          .filter((kind) => load[kind] > 0)
          .map((kind) => (
            <Line
              key={kind}
              kind={kind}
              text={fill(week.key, { hours: lengthOf(load[kind], clock), what: week.kinds[kind] })}
            />
          ))}
        {filled.some(({ clashes }) => clashes.length > 0) && <Line kind="clash" text={week.clashKey} />}
      </ul>
      <WeekInWords filled={filled} free={own.free} words={words} />
    </div>
  );
}
