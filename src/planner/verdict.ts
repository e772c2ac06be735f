import { fill } from '#i18n/fill.ts';
import { clashKinds } from './clash.ts';
import { counted, lengthOf } from './clock-words.ts';
import { comparedWeeks } from './leave.ts';
import type { Plan, RankedOption } from './plan.ts';
import type { PlannerTexts } from './texts.ts';

type Words = Pick<PlannerTexts, 'clock' | 'result'>;

/** The answer in a sentence or two. Where nothing fits it never points to less care. */
export function verdictOf({ options, suggested, away }: Plan, { clock, result }: Words): string[] {
  const { verdict } = result;
  const [first] = options;
  if (suggested === 'residential') {
    const { perWeek, over } = away.leave;
    const values = { week: lengthOf(perWeek, clock), total: lengthOf(over[8], clock), weeks: 8 };
    return [fill(verdict.stay, values)];
  }
  if (!first) return [verdict.noTimetables];
  const fitting = options.filter(({ reason }) => reason.fit === 'fits').length;
  if (fitting > 0) return [fill(counted(verdict.fit, fitting), { all: options.length })];
  const { perWeek } = first.leave;
  const leave = fill(perWeek > 0 ? verdict.leave : verdict.change, { leave: lengthOf(perWeek, clock) });
  return [leave, verdict.sameCare];
}

/** Why an option stands where it stands, in sentences. */
export function reasonsFor({ reason, leave }: RankedOption, { clock, result }: Words): string[] {
  const { best } = result;
  const list = clashKinds.flatMap((kind) => {
    const { clashes, minutes } = reason.byKind[kind];
    if (clashes === 0) return [];
    return fill(best.kinds[kind], { times: counted(clock.times, clashes), hours: lengthOf(minutes, clock) });
  });
  const weeksDiffer = leave.heaviest > leave.perWeek;
  return [
    list.length > 0 ? fill(best.inTheWay, { weeks: comparedWeeks, list: list.join('; ') }) : best.nothing,
    ...(leave.perWeek > 0
      ? [
          fill(weeksDiffer ? best.heaviest : best.leave, {
            leave: lengthOf(leave.perWeek, clock),
            heaviest: lengthOf(leave.heaviest, clock),
          }),
        ]
      : []),
    ...(reason.behind ? [best.behind[reason.behind]] : []),
  ];
}
