import type { Flag } from './result.ts';

const withdrawal = 'withdrawal-and-detox-safety';
const iop = 'what-is-iop';

/** The guide that says more about a note, by its translation key. */
export const guideBehind: Readonly<Partial<Record<Flag, string>>> = {
  'OPIOID-MEDICINE': withdrawal,
  'NO-SUDDEN-STOP': withdrawal,
  'WD-24H': withdrawal,
  TOLERANCE: withdrawal,
  'CONSIDER-MORE': iop,
  'STEP-DOWN': iop,
};

/** Notes that a voice hears in a part of its own. */
export const saidElsewhere: Readonly<Partial<Record<Flag, 'loved' | 'work'>>> = {
  NALOXONE: 'loved',
  CRAFT: 'loved',
  LEAVE: 'work',
  EAP: 'work',
  SAP: 'work',
};
