import type { Provenance } from './origin.ts';

/** A field that no reader sees and no list of ours explains; programs fill it in. The form names it so. */
export const honeypot = 'more';

/** What hints at a program instead of a person. One alone says nothing. */
export interface Signals {
  isHoneypotFilled: boolean;
  /** Fields that are not ours. */
  droppedFields: number;
  provenance: Provenance;
  /** Sooner after the last post of that address than a form can be filled in. */
  isTooFast: boolean;
  /** The same words have come several times within the hour. */
  isRepeatedContent: boolean;
}

/** Two or more signs: the request is saved, listed and answered like any other; only automation is withheld. */
export function isSuspicious(signals: Signals): boolean {
  const { isHoneypotFilled, droppedFields, provenance, isTooFast, isRepeatedContent } = signals;
  const signs = [isHoneypotFilled, droppedFields > 0, provenance === 'unverified', isTooFast, isRepeatedContent];
  return signs.filter(Boolean).length >= 2;
}
