import type { ComponentChildren, JSX } from 'preact';

interface Around {
  /** Path of the field, as the engine names it: id and name of the input. */
  name: string;
  label: string;
  hint?: string | undefined;
  /** What to change, beside the field. */
  problem?: string | undefined;
}

/** Ids of what describes a field, for `aria-describedby`. */
const describing = ({ name, hint, problem }: Around) =>
  [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ') || undefined;

/** A hint and a problem, above the field they are about. */
const Notes = ({ name, hint, problem }: Around) => (
  <>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {problem && (
      <p class="field-error" id={`${name}-problem`}>
        {problem}
      </p>
    )}
  </>
);

type InputProps = Around & Pick<JSX.IntrinsicElements['input'], 'type' | 'inputMode' | 'defaultValue'>;

/** One line to type into. The browser keeps what is typed; it is read when it is needed. */
export const Input = ({ name, label, hint, problem, ...input }: InputProps) => (
  <div class="field">
    <label for={name}>{label}</label>
    <Notes {...{ name, label, hint, problem }} />
    <input
      class="input"
      id={name}
      name={name}
      aria-describedby={describing({ name, label, hint, problem })}
      aria-invalid={problem ? true : undefined}
      {...input}
    />
  </div>
);

interface Choice {
  value: string | number;
  label: string;
}

/** One of a list. */
export const Select = (props: Around & { options: readonly Choice[]; chosen: string | number }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <Notes {...props} />
    <select class="input" id={props.name} name={props.name} aria-describedby={describing(props)}>
      {props.options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === props.chosen}>
          {label}
        </option>
      ))}
    </select>
  </div>
);

interface BoxesProps extends Around {
  type: 'checkbox' | 'radio';
  options: readonly Choice[];
  isTicked: (value: Choice['value']) => boolean;
  class?: string | undefined;
}

/** Boxes under one legend. The first has the field's own id, so that an error can lead there. */
export const Boxes = ({ type, options, isTicked, class: look, ...around }: BoxesProps) => (
  <fieldset class="field" aria-describedby={describing(around)}>
    <legend>{around.label}</legend>
    <Notes {...around} />
    <div class={look}>
      {options.map(({ value, label }, place) => (
        <Box
          key={value}
          type={type}
          id={place ? `${around.name}.${value}` : around.name}
          name={around.name}
          value={value}
          label={label}
          isTicked={isTicked(value)}
        />
      ))}
    </div>
  </fieldset>
);

interface BoxProps {
  type: 'checkbox' | 'radio';
  id: string;
  name: string;
  value: string | number;
  label: ComponentChildren;
  isTicked: boolean;
}

/** A box with its label. */
export const Box = ({ type, id, name, value, label, isTicked }: BoxProps) => (
  <div class="choice">
    <input type={type} id={id} name={name} value={value} defaultChecked={isTicked} />
    <label for={id}>{label}</label>
  </div>
);
