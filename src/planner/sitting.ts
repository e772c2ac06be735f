import { type Entries, entriesFrom, type ListName, type Setting, situationOf, withoutRow, withRow } from './entries.ts';
import { type Plan, planAroundWork } from './plan.ts';
import type { Preset, PresetId } from './presets.ts';
import type { Problem } from './problem.ts';
import type { Track } from './track.ts';

/** All that the page knows of a reader. It ends with the page. */
export interface Sitting {
  /** A new number is a new form: what was typed into the old one is gone. */
  form: number;
  entries: Entries;
  /** What was asked for last, and the answer. */
  asked: Entries;
  plan: Plan;
  /** Those of the last press of the button. */
  problems: readonly Problem[];
  /** The timetable that the reader wants to see. */
  chosen?: string | undefined;
  /** The preset that filled in the form, as long as nothing else happened. */
  filledIn?: PresetId | undefined;
  /** What a preset took the place of. */
  replaced?: Entries | undefined;
  /** Nobody has entered anything yet. */
  isExample: boolean;
  /** The reader changed something since the last answer. */
  isStale: boolean;
  /** The reader changed something since a preset filled in the form. */
  isOwn: boolean;
}

const answerTo = (asked: Entries, tracks: readonly Track[]) => ({
  entries: asked,
  asked,
  plan: planAroundWork(situationOf(asked), tracks),
  isStale: false,
});

/** The beginning: an example that is nobody's. */
export const begun = (example: Preset, setting: Setting, tracks: readonly Track[], form = 0): Sitting => ({
  ...answerTo(entriesFrom(example, setting), tracks),
  form,
  problems: [],
  isExample: true,
  isOwn: false,
});

/** After a preset. What the reader had entered is kept, to be brought back. */
export const afterPreset = (before: Sitting, typed: Entries, preset: Preset, tracks: readonly Track[]): Sitting => ({
  ...answerTo(entriesFrom(preset, typed.situation, typed.level), tracks),
  form: before.form + 1,
  problems: [],
  filledIn: preset.id,
  replaced: before.isOwn ? typed : before.replaced,
  isExample: false,
  isOwn: false,
});

/** After the button: the answer, and what there is to change. */
export function afterAsking(before: Sitting, typed: Entries, tracks: readonly Track[]): Sitting {
  const answer = answerTo(typed, tracks);
  return { ...before, ...answer, problems: answer.plan.problems, filledIn: undefined, isExample: false };
}

/** After any change to the form: the answer no longer shows it. Messages stay, unless rows moved. */
export const afterChange = (before: Sitting): Sitting => ({ ...before, isStale: true, isOwn: true });

const withEntries = (before: Sitting, entries: Entries): Sitting => ({
  ...afterChange(before),
  entries,
  problems: [],
  filledIn: undefined,
});

/** After a change of how many rows or weeks there are. */
export const afterReading = withEntries;

/** After one more row. */
export const afterAdding = (before: Sitting, typed: Entries, list: ListName): Sitting =>
  withEntries(before, withRow(typed, list));

/** After a row is taken out. */
export const afterRemoving = (before: Sitting, typed: Entries, list: ListName, row: number): Sitting =>
  withEntries(before, withoutRow(typed, list, row));

/** After bringing back what a preset took the place of. */
export const afterUndo = (before: Sitting): Sitting => ({
  ...withEntries(before, before.replaced ?? before.entries),
  form: before.form + 1,
  replaced: undefined,
});
