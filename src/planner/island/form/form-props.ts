import type { Entries } from '../../entries.ts';
import type { PlannerWords } from '../props.ts';

/** What every part of the form is given. */
export interface FormProps {
  entries: Entries;
  words: PlannerWords;
  /** What to change in a field, by its path. */
  problemAt: (field: string) => string | undefined;
}

/** A field's name and what to change in it. */
export const at = ({ problemAt }: Pick<FormProps, 'problemAt'>, name: string) => ({ name, problem: problemAt(name) });

/** A number as it stands in a field. What made no sense is not repeated: the browser still has it. */
export const typed = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value);

/** 1, 2, … as choices. */
export const countTo = (most: number, label: (count: number) => string = String) =>
  Array.from({ length: most }, (_, index) => ({ value: index + 1, label: label(index + 1) }));
