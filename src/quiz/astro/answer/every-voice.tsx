import { voices } from '../../questions.ts';
import type { Spoken } from '../../say.ts';

/** A text in every voice, each marked with the voices it speaks for: the style sheet of the worksheet shows the one that was chosen. */
export function inEveryVoice(text: Spoken) {
  if (typeof text === 'string') return text;
  const own = voices.filter((voice) => text[voice] !== undefined);
  const others = voices.filter((voice) => text[voice] === undefined);
  return own.map((voice) => (
    <span key={voice} data-voice={[voice, ...(voice === 'self' ? others : [])].join(' ')}>
      {text[voice]}
    </span>
  ));
}

/** The same as an element. */
export const Said = ({ text }: { text: Spoken }) => <>{inEveryVoice(text)}</>;
