import { meetingTimes, spanOf } from '../../clock-words.ts';
import type { Filled } from '../../filled-week.ts';
import { weekdays } from '../../shift.ts';
import type { FreeWindow } from '../../week.ts';
import type { PlannerWords } from '../props.ts';

interface Props {
  filled: readonly Filled[];
  free: readonly FreeWindow[];
  words: Pick<PlannerWords, 'clock' | 'result'>;
}

/** What the picture shows, day by day, and when a session could be without being in the way of anything. */
export function WeekInWords({ filled, free, words: { clock, result } }: Props) {
  const { week, clashes } = result;
  return (
    <details class="words">
      <summary>{week.inWords}</summary>
      <dl>
        {weekdays.map((day) => {
          const ofDay = filled.filter((one) => one.day === day);
          return (
            <div key={day}>
              <dt>{clock.days[day].long}</dt>
              {ofDay.map((one) => (
                <dd>
                  {`${spanOf(one, clock)}: ${[week.kinds[one.kind], ...one.clashes.map((kind) => clashes[kind])].join(', ')}`}
                </dd>
              ))}
              {ofDay.length === 0 && <dd>{week.nothing}</dd>}
            </div>
          );
        })}
        {free.length > 0 && (
          <div>
            <dt>{week.free}</dt>
            <dd>{meetingTimes(free, clock)}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
