import type { Answers } from './answers.ts';
import { hear } from './heard.ts';
import type { Result } from './result.ts';

/** What must not wait, above the result: words of `care`. `quitRecently` stands on the card for danger. */
export type CareCard = 'danger' | 'quit-recently' | 'selfharm' | 'soon';

const downers = ['alcohol', 'sedatives', 'opioids'];

/** Stopped alone after using most days: withdrawal may still turn dangerous, whatever else the result says (fit criteria 3.2). */
function stoppedLately(answers: Answers): boolean {
  const { pattern, substances, unknown } = hear(answers);
  const mayUseDowners = unknown.has('substances') || substances.some((name) => downers.includes(name));
  return pattern === 'quit-recently' && mayUseDowners;
}

/** At most one card for danger and one for soon. */
export function careCards(answers: Answers, { urgency }: Result): CareCard[] {
  const stopped: CareCard[] = stoppedLately(answers) ? ['danger', 'quit-recently'] : [];
  const danger: CareCard[] = urgency === 2 ? ['danger'] : [];
  const soon: CareCard[] = urgency === 1 ? ['soon'] : [];
  return [...stopped, ...danger, ...(hear(answers).selfharm === 'none' ? soon : (['selfharm'] as const))];
}
