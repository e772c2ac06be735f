import { fill } from '#i18n/fill.ts';
import { lengthOf } from '../../clock-words.ts';
import { type JobLeave, leaveWeeks, lengths } from '../../leave.ts';
import type { PlannerWords } from '../props.ts';

interface Props {
  jobs: readonly JobLeave[];
  /** Name of the timetable; none for a stay. */
  track: string | undefined;
  words: PlannerWords;
}

/** What is left of the leave of each job, if it is taken in parts. Jobs without hours have none to count. */
export function LeaveLeft({ jobs, track, words }: Props) {
  const { clock, form } = words;
  const { leave } = words.result;
  const told = (minutes: number) => lengthOf(minutes, clock);
  const counted = jobs.filter(({ left }) => left === null || left.entitled > 0);
  if (counted.length === 0) return null;
  return (
    <section>
      <h3>{leave.heading}</h3>
      {track && <p>{fill(leave.lead, { track })}</p>}
      {counted.map(({ left, over }, place) => (
        <>
          {jobs.length > 1 && <h4>{fill(form.jobs.name, { number: place + 1 })}</h4>}
          {left ? (
            <>
              <p>
                {fill(leave.before, {
                  weeks: leaveWeeks,
                  week: told(left.entitled / leaveWeeks),
                  entitled: told(left.entitled),
                  before: told(left.before),
                })}
              </p>
              <table class="leave">
                <thead>
                  <tr>
                    <th scope="col">{leave.weeks}</th>
                    <th scope="col">{leave.takes}</th>
                    <th scope="col">{leave.leaves}</th>
                  </tr>
                </thead>
                <tbody>
                  {lengths.map((weeks) => (
                    <tr key={weeks}>
                      <th scope="row">{fill(leave.length, { weeks })}</th>
                      <td>{told(over[weeks])}</td>
                      <td>{told(left.after[weeks])}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {left.runsOutInWeek !== null && <p>{fill(leave.runsOut, { week: left.runsOutInWeek })}</p>}
            </>
          ) : (
            <p>{leave.ownBoss}</p>
          )}
        </>
      ))}
    </section>
  );
}
