import { type Hours, weekdays } from '../../shift.ts';
import { Box, Boxes, Input } from './Field.tsx';
import { at, countTo, type FormProps } from './form-props.ts';

interface Props extends FormProps {
  /** Path of the row. */
  path: string;
  hours: Hours;
}

/** Days, weeks where there are several, start and end. */
export function HoursFields({ path, hours, ...form }: Props) {
  const { entries, words } = form;
  const { days, weeks, start, end, endsNextDay } = words.form.hours;
  const { length } = entries.situation.rotation;
  const next = `${path}.endsNextDay`;
  return (
    <>
      <Boxes
        {...at(form, `${path}.days`)}
        type="checkbox"
        label={days}
        options={weekdays.map((day) => ({ value: day, label: words.clock.days[day].short }))}
        isTicked={(day) => (hours.days as readonly unknown[]).includes(day)}
        class="chips"
      />
      {length > 1 && (
        <Boxes
          {...at(form, `${path}.weeks`)}
          type="checkbox"
          label={weeks}
          options={countTo(length)}
          isTicked={(week) => hours.weeks?.includes(Number(week)) ?? true}
          class="chips"
        />
      )}
      <div class="pair">
        <Input {...at(form, `${path}.start`)} type="time" label={start} defaultValue={hours.start} />
        <Input {...at(form, `${path}.end`)} type="time" label={end} defaultValue={hours.end} />
      </div>
      <Box
        type="checkbox"
        id={next}
        name={next}
        value="true"
        label={endsNextDay}
        isTicked={hours.endsNextDay ?? false}
      />
    </>
  );
}
