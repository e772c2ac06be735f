import type { Voice } from './questions.ts';
import { say } from './say.ts';
import type { Passage } from './wording.ts';

/** Reads passages in one voice and remembers what they rest on. */
export interface Reading {
  read(passage: Passage): string;
  /** Facts behind everything read so far, in order and once each. */
  facts: Set<string>;
}

/** A reading that has read nothing yet. */
export function reading(voice: Voice): Reading {
  const facts = new Set<string>();
  const read = ({ text, facts: ids }: Passage) => {
    for (const id of ids) facts.add(id);
    return say(text, voice);
  };
  return { read, facts };
}
