import { decidingIn } from './deciding.ts';
import { rankOf } from './judge.ts';
import { levelOf, levels, type Measures, type Reading, readAs, readings } from './readings.ts';
import type { Tables } from './rules.ts';
import { alarmed, governing, packedHeadline, packedScore, packedSetting, packedUrgency, prepare } from './settle.ts';
import { inWords, settleAll, sizeOfSpace, stepsUp, strideOf } from './space.ts';

/** One safety invariant of fit criteria 5, looked for in every case it speaks of. */
export interface Check {
  invariant: number;
  says: string;
  /** How many cases, or pairs of cases, were looked at. */
  cases: number;
  failed: number;
  /** The first few failures in words. */
  failures: readonly string[];
}

export interface Proof {
  /** Combinations of readings walked. */
  cases: number;
  checks: readonly Check[];
}

type Tally = Check & { failures: string[] };

const tally = (invariant: number, says: string): Tally => ({ invariant, says, cases: 0, failed: 0, failures: [] });

function fail(check: Tally, combination: number, packed: number, said = ''): void {
  check.failed += 1;
  if (check.failures.length < 5) check.failures.push(said + inWords(combination, packed));
}

const few = levelOf('pattern', 'few');
const most = levelOf('pattern', 'most');
const severe = levelOf('mental', 'severe');
const using = levelOf('home', 'using');
const unsafe = levelOf('home', 'unsafe');
const [, twoSigns, fourSigns, sixSigns] = levels.signs.map((band) => levelOf('signs', band)) as [0, 1, 2, 3];
const outpatient = 1;
const iop = 2;

/** Whether a medical step excludes IOP for now (first line of fit criteria 3.7 after the red flags). */
const needsMedicalStep = (m: Measures): boolean =>
  m.score >= 2 ||
  m.health === levelOf('health', 'serious') ||
  (m.overdose === levelOf('overdose', 'overdose') && m.opioids > 0 && m.pattern >= few);

/** The other lines of fit criteria 3.7: more than IOP, after a medical step too. Written apart from the tables on purpose. */
function needsMoreThanIop(m: Measures): boolean {
  const isActive = m.pattern >= few;
  const isQuiet = m.pattern === levelOf('pattern', 'quiet');
  const isUnlikely = m.between === levelOf('between', 'unlikely');
  return (
    (isActive && m.mental === severe && (m.signs >= twoSigns || m.pattern === most)) ||
    (!isQuiet && m.home === unsafe && m.signs >= fourSigns) ||
    (!isQuiet && m.home === using && (m.signs === sixSigns || (m.signs === fourSigns && isUnlikely))) ||
    (isActive && m.tried >= levelOf('tried', 'iop')) ||
    (!isQuiet && isUnlikely && m.signs >= fourSigns) ||
    (m.pattern === most && m.signs === sixSigns && m.alcohol + m.sedatives + m.opioids >= 2)
  );
}

/** Whether nothing at all points to a program: the only cases in which `no-sign` may appear (invariant 6). */
const mayShowNoSign = (m: Measures): boolean =>
  m.signs === 0 &&
  (m.pattern === levelOf('pattern', 'quiet') || m.pattern === few) &&
  m.score === 0 &&
  m.selfharm === 0 &&
  m.tried === 0 &&
  m.overdose === 0 &&
  m.mental < severe;

/** Cases in which weekly care may never stand (invariant 7). */
const isTooMuchForOutpatient = (m: Measures): boolean =>
  (m.pattern >= few && m.mental === severe && m.signs >= twoSigns) ||
  m.score >= 2 ||
  (m.home === unsafe && m.signs >= fourSigns);

/** Tells for each pair of packed cases whether the second is lower than the first in any part. */
function lowerInAnyPart(): Uint8Array {
  const lower = new Uint8Array(128 * 128);
  for (let from = 0; from < 128; from++) {
    for (let to = 0; to < 128; to++) {
      const falls = [packedScore, packedUrgency, packedSetting, packedHeadline].some((part) => part(to) < part(from));
      lower[from * 128 + to] = Number(falls);
    }
  }
  return lower;
}

const classes: readonly Reading[] = ['alcohol', 'sedatives', 'opioids', 'others'];

/** Compares every case that has one level of a reading with the same case at a higher level. */
function compare(
  settled: Uint8Array,
  reading: Reading,
  from: number,
  to: number,
  lower: Uint8Array,
  check: Tally,
): void {
  const stride = strideOf[reading];
  const said = `${reading} ${levels[reading][from]} stands above: `;
  for (let start = 0; start < sizeOfSpace; start += stride * levels[reading].length) {
    for (let below = start + from * stride; below < start + (from + 1) * stride; below++) {
      const above = below + (to - from) * stride;
      const packed = settled[above] as number;
      check.cases += 1;
      if (lower[(settled[below] as number) * 128 + packed]) fail(check, above, packed, said);
    }
  }
}

/** The level that `unknown` reads as, for the readings that it raises. */
const unknownLevels: readonly (readonly [Reading, number])[] = [
  ...classes.map((reading) => [reading, 1] as const),
  ['signs', fourSigns] as const,
  ...Object.entries(readAs).map(([id, { unknown }]): readonly [Reading, number] => [
    id as Reading,
    (levels[id as Reading] as readonly string[]).indexOf(unknown),
  ]),
].filter(([, level]) => level > 0);

/**
 * Walks every combination of readings and checks the safety invariants of fit criteria 5 that speak of readings: 1 to 8 and 13. Which
 * answers are red flags, and what else stands in answers before they are read, tests look at. Allocates nothing per case.
 */
export function prove(tables: Tables): Proof {
  const first = tally(1, 'a red flag comes to an emergency, whatever the rest is');
  const second = tally(2, 'a withdrawal score of 2 or more always comes to a medical check first');
  const third = tally(3, 'raising a reading never lowers anything');
  const fourth = tally(4, 'adding a class of substances never lowers anything');
  const fifth = tally(5, '"not sure" never comes to less than the lowest answer');
  const sixth = tally(6, '"no sign" appears only where nothing at all points to a program');
  const seventh = tally(7, 'weekly care never appears where it would be too little');
  const eighth = tally(8, 'IOP and less never appear where something excludes IOP');

  const thirteenth = tally(13, 'the reasons are all rules that decided, and no other');

  const rules = prepare(tables);
  const deciding = decidingIn(tables);
  const settled = settleAll(rules, (combination, measures, packed) => {
    const headline = packedHeadline(packed);
    first.cases += 1;
    if (packedHeadline(alarmed(packed)) !== rankOf('emergency')) fail(first, combination, packed);
    thirteenth.cases += 1;
    const named =
      governing(rules.urgency, packedUrgency(packed), measures) |
      governing(rules.setting, packedSetting(packed), measures);
    if (named !== deciding(measures, packed)) fail(thirteenth, combination, packed);
    if (measures.score >= 2) {
      second.cases += 1;
      if (packedUrgency(packed) < 2) fail(second, combination, packed);
    }
    if (headline === 0) {
      sixth.cases += 1;
      if (!mayShowNoSign(measures)) fail(sixth, combination, packed);
    }
    if (headline <= outpatient) {
      seventh.cases += 1;
      if (isTooMuchForOutpatient(measures)) fail(seventh, combination, packed);
    }
    if (packedSetting(packed) <= iop) {
      eighth.cases += 1;
      const isTooLittle = (headline <= iop && needsMedicalStep(measures)) || needsMoreThanIop(measures);
      if (isTooLittle) fail(eighth, combination, packed);
    }
  });

  const lower = lowerInAnyPart();
  for (const reading of readings) {
    const check = classes.includes(reading) ? fourth : third;
    for (const [from, to] of stepsUp(reading)) compare(settled, reading, from, to, lower, check);
  }
  for (const [reading, level] of unknownLevels) compare(settled, reading, 0, level, lower, fifth);
  return { cases: sizeOfSpace, checks: [first, second, third, fourth, fifth, sixth, seventh, eighth, thirteenth] };
}

/** Whether every check held. */
export const holds = ({ checks }: Proof): boolean => checks.every(({ cases, failed }) => cases > 0 && failed === 0);

/** What was covered, in lines for a terminal. */
export function summary({ cases, checks }: Proof): string[] {
  const count = new Intl.NumberFormat('en').format;
  return [
    `${count(cases)} combinations of readings walked.`,
    ...checks.flatMap(({ invariant, says, cases: looked, failed, failures }) => [
      `${failed === 0 ? 'holds' : 'FAILS'}  ${invariant}  ${says} (${count(looked)} cases${failed ? `, ${count(failed)} fail` : ''})`,
      ...failures.map((failure) => `         ${failure}`),
    ]),
  ];
}
