import type { Answers } from './answers.ts';
import { hear } from './heard.ts';
import type { Reading } from './read-aloud.ts';
import type { Result } from './result.ts';
import type { Wording } from './wording.ts';

/** What must not wait, above the result. */
export interface CareCard {
  isDanger: boolean;
  /** "Urgent:", for who hears the page. */
  urgency: string;
  heading: string;
  /** The line to call from the card. */
  line?: 'emergency' | 'crisis';
  signs: readonly string[];
  text: string;
}

const downers = ['alcohol', 'sedatives', 'opioids'];

/** Stopped alone after using most days: withdrawal may still turn dangerous, whatever else the result says (fit criteria 3.2). */
function stoppedLately(answers: Answers): boolean {
  const { pattern, substances, unknown } = hear(answers);
  const mayUseDowners = unknown.has('substances') || substances.some((name) => downers.includes(name));
  return pattern === 'quit-recently' && mayUseDowners;
}

/** At most one card for danger and one for soon. */
export function careCards(
  answers: Answers,
  { urgency }: Result,
  words: Wording['care'],
  { read }: Reading,
): CareCard[] {
  const cards: CareCard[] = [];
  const stopped = stoppedLately(answers);
  if (urgency === 2 || stopped) {
    const { facts, signs, ...first } = words.first;
    cards.push({
      ...first,
      isDanger: true,
      line: 'emergency',
      signs: signs.map((sign) => read({ text: sign, facts })),
      text: stopped ? read(words.quitRecently) : '',
    });
  }
  const calm = ({ text, facts, ...card }: Wording['care']['soon']) => ({
    ...card,
    isDanger: false,
    signs: [],
    text: read({ text, facts }),
  });
  if (hear(answers).selfharm !== 'none') cards.push({ ...calm(words.selfharm), line: 'crisis' });
  else if (urgency === 1) cards.push(calm(words.soon));
  return cards;
}
