import { Input } from './Field.tsx';
import { at, type FormProps, typed } from './form-props.ts';
import { Part } from './Part.tsx';

/** Ways to work and to a program, and the sleep that nights need. */
export function Ways(props: FormProps) {
  const { heading, sleepAfterNight, ...ways } = props.words.form.ways;
  const { commute, ...situation } = props.entries.situation;
  return (
    <Part heading={heading}>
      {(['work', 'program', 'between'] as const).map((way) => (
        <Input
          key={way}
          {...at(props, `commute.${way}`)}
          {...ways[way]}
          inputMode="numeric"
          defaultValue={typed(commute[way])}
        />
      ))}
      <Input
        {...at(props, 'sleepAfterNight')}
        {...sleepAfterNight}
        inputMode="decimal"
        defaultValue={typed(situation.sleepAfterNight)}
      />
    </Part>
  );
}
