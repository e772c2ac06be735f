import { fill } from '#i18n/fill.ts';
import type { Problem } from './problem.ts';
import type { PlannerTexts } from './texts.ts';

/** These say what the engine makes of the shifts; nothing has to be changed. */
export const isRemark = ({ code }: Problem): boolean => code === 'empty' || code === 'empty-week';

/** What has to be changed before the plan shows the whole week. */
export const errorsIn = (problems: readonly Problem[]): Problem[] => problems.filter((problem) => !isRemark(problem));

/** A problem in words: what to change. */
export function problemText(
  { field, code, other = 0, week = 0 }: Problem,
  { problems, outOfRange }: Pick<PlannerTexts['form'], 'problems' | 'outOfRange'>,
): string {
  if (code !== 'out-of-range') return fill(problems[code], { other: other + 1, week });
  const name = field.replace(/.*\./, '');
  return name in outOfRange ? outOfRange[name as keyof typeof outOfRange] : outOfRange.ways;
}
