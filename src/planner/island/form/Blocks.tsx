import { blockKinds, type FixedBlock } from '../../shift.ts';
import { Select } from './Field.tsx';
import type { FormProps } from './form-props.ts';
import { HoursFields } from './HoursFields.tsx';
import { Part } from './Part.tsx';
import { Rows } from './Rows.tsx';

/** Sleep, child care and other times that are bound. */
export function Blocks(props: FormProps) {
  const { entries, words } = props;
  const { heading, hint, kind, kinds } = words.form.blocks;
  const { blocks } = entries.situation;
  return (
    <Part heading={heading} hint={hint}>
      <Rows
        {...props}
        list="blocks"
        row={(place, path) => (
          <>
            <Select
              name={`${path}.kind`}
              label={kind}
              options={blockKinds.map((value) => ({ value, label: kinds[value] }))}
              chosen={blocks[place]?.kind ?? 'other'}
            />
            <HoursFields {...props} path={path} hours={blocks[place] as FixedBlock} />
          </>
        )}
      />
    </Part>
  );
}
