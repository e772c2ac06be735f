import { counted } from '../../clock-words.ts';
import type { Zone } from '../props.ts';
import { Input, Select } from './Field.tsx';
import { at, countTo, type FormProps } from './form-props.ts';
import { Part } from './Part.tsx';

interface Props extends FormProps {
  zones: readonly Zone[];
}

/** How weeks come round, and when and where the first one is. */
export function Pattern({ zones, ...props }: Props) {
  const { heading, length, weeks, current, from, zone } = props.words.form.pattern;
  const { rotation, ...situation } = props.entries.situation;
  return (
    <Part heading={heading}>
      <Select
        name="rotation.length"
        {...length}
        options={countTo(4, (count) => counted(weeks, count))}
        chosen={rotation.length}
      />
      {rotation.length > 1 && (
        <Select name="rotation.current" {...current} options={countTo(rotation.length)} chosen={rotation.current} />
      )}
      <Input {...at(props, 'from')} {...from} type="date" defaultValue={situation.from} />
      <Select
        {...at(props, 'zone')}
        {...zone}
        options={zones.map(({ id, label }) => ({ value: id, label }))}
        chosen={situation.zone}
      />
    </Part>
  );
}
