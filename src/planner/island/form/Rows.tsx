import type { ComponentChildren } from 'preact';
import { fill } from '#i18n/fill.ts';
import type { ListName } from '../../entries.ts';
import type { FormProps } from './form-props.ts';

interface Props extends FormProps {
  list: ListName;
  /** How many rows have to stay. */
  least?: number;
  row: (place: number, path: string) => ComponentChildren;
}

/** A list of rows that can grow and shrink. What the buttons do is heard by `mount`. */
export function Rows({ list, least = 0, row, entries, words }: Props) {
  const { name, add } = words.form[list];
  const ids = entries.ids[list];
  return (
    <>
      {ids.map((id, place) => {
        const called = fill(name, { number: place + 1 });
        return (
          <fieldset key={id} class="row" id={`${list}.${place}`} tabIndex={-1}>
            <legend>{called}</legend>
            {row(place, `${list}.${place}`)}
            {ids.length > least && (
              <button type="button" class="link" data-remove={list} data-row={place}>
                {words.form.hours.remove} <span class="visually-hidden">{called}</span>
              </button>
            )}
          </fieldset>
        );
      })}
      <button type="button" class="button-quiet" data-add={list} id={list}>
        {add}
      </button>
    </>
  );
}
