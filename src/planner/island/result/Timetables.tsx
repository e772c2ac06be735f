import { fill } from '#i18n/fill.ts';
import { lengths } from '../../leave.ts';
import type { RankedOption } from '../../plan.ts';
import type { PlannerWords } from '../props.ts';
import { careOf } from './Best.tsx';

interface Props {
  options: readonly RankedOption[];
  words: PlannerWords;
  nameOf: (track: string) => string;
}

/** Hours with at most one decimal: a column of them is compared, not reckoned with. */
const hours = (minutes: number) => Number((minutes / 60).toFixed(1));

/** All options in the order of their places, in figures. */
export function Timetables({ options, words, nameOf }: Props) {
  const { table } = words.result;
  return (
    <section class="no-print">
      <h3 id="all-timetables">{table.heading}</h3>
      <p>{table.hint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="all-timetables">
        <table>
          <thead>
            <tr>
              {[
                table.timetable,
                table.hours,
                table.clashes,
                table.perWeek,
                ...lengths.map((weeks) => fill(table.over, { weeks })),
              ].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map((option) => (
              <tr key={option.track}>
                <th scope="row">{nameOf(option.track)}</th>
                {[
                  hours(careOf(option)),
                  option.reason.clashes,
                  hours(option.leave.perWeek),
                  ...lengths.map((weeks) => hours(option.leave.over[weeks])),
                ].map((figure) => (
                  <td>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
