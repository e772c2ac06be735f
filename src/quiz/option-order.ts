import type { Question, Voice } from './questions.ts';

/** Known to a relative, or an alarm if they cannot tell: here `unknown` stays last. */
const plainToSee: readonly string[] = ['now', 'age', 'practical'];

/** The options in the order shown in a voice: `unknown` comes first where a relative may not know (fit criteria 2.0). */
export function optionsFor({ id, options }: Pick<Question, 'id' | 'options'>, voice: Voice): readonly string[] {
  if (voice !== 'loved' || plainToSee.includes(id)) return options;
  return ['unknown', ...options.filter((option) => option !== 'unknown')];
}
