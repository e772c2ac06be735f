/** One block of a drawn week: hours of a day, the day counted from Monday = 0. */
export interface Block {
  kind: 'sleep' | 'work' | 'session';
  day: number;
  from: number;
  to: number;
}

const weekdays = [0, 1, 2, 3, 4];
const everyDay = [0, 1, 2, 3, 4, 5, 6];

/**
 * The example week of the drawing: eight hours of sleep a night, a day job, and three sessions of three hours, which is the least an
 * adult IOP gives (fact `iop-hours-adult`). It is an example and says so; no source gives "the" week.
 */
export const exampleWeek: readonly Block[] = [
  ...everyDay.flatMap((day): Block[] => [
    { kind: 'sleep', day, from: 0, to: 6.5 },
    { kind: 'sleep', day, from: 22.5, to: 24 },
  ]),
  ...weekdays.map((day): Block => ({ kind: 'work', day, from: 8.5, to: 16.5 })),
  ...[0, 1, 3].map((day): Block => ({ kind: 'session', day, from: 18, to: 21 })),
];

/** Hours of a week that the blocks of one kind take. */
export const hoursOf = (week: readonly Block[], kind: Block['kind']): number =>
  week.filter((block) => block.kind === kind).reduce((sum, { from, to }) => sum + to - from, 0);

/** Hours in a week. */
export const hoursInWeek = 7 * 24;
