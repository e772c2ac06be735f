import { fill } from '#i18n/fill.ts';
import type { Problem } from '../../problem.ts';
import { isRemark, problemText } from '../../problem-words.ts';
import type { Shift } from '../../shift.ts';
import { Select } from './Field.tsx';
import type { FormProps } from './form-props.ts';
import { HoursFields } from './HoursFields.tsx';
import { Part } from './Part.tsx';
import { Rows } from './Rows.tsx';

interface Props extends FormProps {
  problems: readonly Problem[];
}

/** Hours at work. */
export function Shifts({ problems, ...props }: Props) {
  const { entries, words } = props;
  const { shifts: labels, jobs } = words.form;
  const { shifts } = entries.situation;
  return (
    <Part heading={labels.heading} hint={labels.hint} isOpen>
      {problems
        .filter(({ field }) => field === 'shifts')
        .map((problem) => (
          <p key={problem.week} class={isRemark(problem) ? 'hint' : 'field-error'}>
            {problemText(problem, words.form)}
          </p>
        ))}
      <Rows
        {...props}
        list="shifts"
        row={(place, path) => (
          <>
            <HoursFields {...props} path={path} hours={shifts[place] as Shift} />
            {entries.ids.jobs.length > 1 && (
              <Select
                name={`${path}.job`}
                label={labels.job}
                options={entries.ids.jobs.map((_, job) => ({
                  value: job,
                  label: fill(jobs.name, { number: job + 1 }),
                }))}
                chosen={shifts[place]?.job ?? 0}
              />
            )}
          </>
        )}
      />
    </Part>
  );
}
