import { aboutWork } from './flags.ts';
import type { Question, Voice } from './questions.ts';

/** Known to a relative, or an alarm if they cannot tell: here `unknown` stays last. */
const plainToSee: readonly string[] = ['now', 'age', 'practical'];

/** Options with some of them moved to the front, each group in its own order. */
const withFirst = (options: readonly string[], isFirst: (option: string) => boolean): readonly string[] => [
  ...options.filter(isFirst),
  ...options.filter((option) => !isFirst(option)),
];

/**
 * The options in the order shown in a voice (fit criteria 2.0): `unknown` first where a relative may not know; what is about work first for
 * who fits treatment around it.
 */
export function optionsFor({ id, options }: Pick<Question, 'id' | 'options'>, voice: Voice): readonly string[] {
  if (voice === 'loved' && !plainToSee.includes(id)) return withFirst(options, (option) => option === 'unknown');
  if (voice === 'work' && id === 'practical') return withFirst(options, (option) => aboutWork.includes(option));
  return options;
}
