import type { ManyId, OptionOf, SignBand, SingleId, Voice } from './questions.ts';

/** Ticked options of a question with several answers, or one of the two words that stand alone. */
type Ticks<Id extends ManyId> = readonly OptionOf<Id>[] | 'none' | 'unknown';

/**
 * What a reader answered. Nothing is required: a missing answer, an empty list and a value that nobody offered all read as `unknown`,
 * which is never the lowest answer of a question that matters.
 */
export type Answers = { [Id in SingleId]?: OptionOf<Id> | undefined } & {
  /** Missing reads as `self`. */
  voice?: Voice | undefined;
  substances?: Ticks<'substances'> | undefined;
  practical?: Ticks<'practical'> | undefined;
  /** Ticked signs, how many of the eleven, or a band. */
  signs?: Ticks<'signs'> | number | SignBand | undefined;
};
