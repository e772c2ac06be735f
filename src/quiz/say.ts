import type { Voice } from './questions.ts';

/** A text, or one per voice where voices differ. A voice without its own text says what `self` says. */
export type Spoken = string | { self: string; loved?: string | undefined; work?: string | undefined };

/** The text in a voice. */
export const say = (text: Spoken, voice: Voice): string =>
  typeof text === 'string' ? text : (text[voice] ?? text.self);
