import type { Provenance } from './origin.ts';

/** A field that no reader sees and no list of ours explains; programs fill it in. The form names it so. */
export const honeypot = 'more';

/** What hints at a program instead of a person. One alone says nothing. */
export interface Signals {
  isHoneypotFilled: boolean;
  /** Fields that are not ours. */
  droppedFields: number;
  provenance: Provenance;
}

/** Two or more signs: the request is saved, listed and answered like any other; only automation is withheld. */
export function isSuspicious({ isHoneypotFilled, droppedFields, provenance }: Signals): boolean {
  return [isHoneypotFilled, droppedFields > 0, provenance === 'unverified'].filter(Boolean).length >= 2;
}
