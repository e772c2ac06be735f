import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { questions } from '#quiz/questions.ts';
import { say } from '#quiz/say.ts';
import { wordingSchema } from '#quiz/wording.ts';

/** What a peer shows: our questions in our words, without rules and explanations. */
export interface PeerWords {
  title: string;
  start: string;
  next: string;
  back: string;
  questions: {
    id: string;
    many: boolean;
    ask: string;
    /** What the question is about, line by line. */
    more: string[];
    options: { value: string; label: string }[];
  }[];
}

/** The English words as a peer needs them. */
export function peerWords(): PeerWords {
  const words = wordingSchema.parse(parse(readFileSync('content/quiz/en.yaml', 'utf8')));
  return {
    title: words.title,
    start: words.start.start,
    next: words.steps.continue,
    back: words.steps.back,
    questions: questions.map(({ id, many, options }) => {
      const { ask, list = [], hint = [], options: labels, examples = {} } = words.questions[id];
      return {
        id,
        many,
        ask: say(ask, 'self'),
        more: [list, hint].flat().map((text) => say(text, 'self')),
        options: options.map((value) => ({
          value,
          label: [labels[value], examples[value]].map((text) => say(text ?? '', 'self')).join(' '),
        })),
      };
    }),
  };
}
