import { Box, Input } from './Field.tsx';
import { at, type FormProps, typed } from './form-props.ts';
import { Part } from './Part.tsx';
import { Rows } from './Rows.tsx';

/** What leave is counted from: each job alone, as the law does. */
export function Jobs(props: FormProps) {
  const { entries, words } = props;
  const { heading, isOwnBoss, ...labels } = words.form.jobs;
  const { jobs } = entries.situation;
  return (
    <Part heading={heading}>
      <Rows
        {...props}
        list="jobs"
        least={1}
        row={(place, path) => (
          <>
            {(['weeklyHours', 'leaveTaken'] as const).map((field) => (
              <Input
                key={field}
                {...at(props, `${path}.${field}`)}
                {...labels[field]}
                inputMode="decimal"
                defaultValue={typed(jobs[place]?.[field])}
              />
            ))}
            <Box
              type="checkbox"
              id={`${path}.isOwnBoss`}
              name={`${path}.isOwnBoss`}
              value="true"
              label={isOwnBoss}
              isTicked={jobs[place]?.isOwnBoss ?? false}
            />
          </>
        )}
      />
    </Part>
  );
}
