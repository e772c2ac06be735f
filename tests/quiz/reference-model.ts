/**
 * A second reading of fit criteria 2 and 3, written as prose-like conditions on answer words and sharing nothing with the tables of the
 * quiz. Slow on purpose: its only use is to disagree.
 */

/** Answers with every question answered in words; signs as a count or `unknown`. */
export interface FullAnswers {
  voice: string;
  now: string;
  selfharm: string;
  age: string;
  pregnancy: string;
  substances: readonly string[];
  pattern: string;
  withdrawal: string;
  health: string;
  mental: string;
  signs: number | 'unknown';
  tried: string;
  overdose: string;
  home: string;
  between: string;
  practical: readonly string[];
}

export interface ReferenceResult {
  urgency: number;
  setting: number;
  score: number;
  headline: string;
  /** Rule → floor, the higher of both ways of reading the pattern. */
  floors: Record<string, number>;
}

type Pattern = 'quiet' | 'finished' | 'few' | 'most';

function patternOf(answer: string): Pattern {
  if (answer === 'stopped30' || answer === 'medicine-stable') return 'quiet';
  if (answer === 'finished-program') return 'finished';
  return answer === 'few-days' ? 'few' : 'most';
}

function bandOf(signs: number | 'unknown'): number {
  if (signs === 'unknown') return 2;
  if (signs <= 1) return 0;
  if (signs <= 3) return 1;
  return signs <= 5 ? 2 : 3;
}

interface Using {
  A: boolean;
  X: boolean;
  O: boolean;
  Z: boolean;
}

function classesOf(substances: readonly string[]): Using {
  const all = substances.includes('unknown');
  const some = (...names: string[]) => all || names.some((name) => substances.includes(name));
  return { A: some('alcohol'), X: some('sedatives'), O: some('opioids'), Z: some('stimulants', 'cannabis', 'other') };
}

/** Fit criteria 3.3. */
function withdrawalScore(answers: FullAnswers, pattern: Pattern, { A, X, O, Z }: Using): number {
  if (pattern === 'quiet' || pattern === 'finished') return 0;
  const before = { none: 0, severe: 2 }[answers.withdrawal] ?? 1;
  const most = pattern === 'most';
  let base = 0;
  const row = (whenMost: string, whenFew: string) => {
    base = Math.max(base, Number((most ? whenMost : whenFew)[before]));
  };
  if (A && X) row('233', '023');
  else if (A || X) row('123', '012');
  if (O) row('223', '012');
  if (Z) row('002', '001');
  if (answers.pregnancy !== 'no' && (A || X || O)) base = Math.max(base, most ? 3 : 1);
  let score = base;
  if (base >= 1) {
    if (answers.health === 'serious') score = 3;
    if (answers.age === '65plus' || answers.age === 'under18') score = Math.max(score, base + 1);
    if (base >= 2 && ['using', 'unsafe', 'unknown'].includes(answers.home)) score = 3;
  }
  return Math.min(score, 3);
}

function signsFloor(pattern: Pattern, S: number): number {
  if (pattern === 'quiet') return S === 0 ? 0 : 1;
  if (pattern === 'finished') return 2;
  if (pattern === 'few') return [0, 1, 2, 2][S] as number;
  return S >= 2 ? 2 : 1;
}

function triedFloor(tried: string, pattern: Pattern, S: number): number {
  const active = pattern === 'few' || pattern === 'most';
  if (tried === 'none') return 0;
  if (tried === 'weekly' || tried === 'unknown') {
    if (pattern === 'quiet') return 1;
    return active && S === 0 ? 1 : 2;
  }
  if (pattern === 'quiet') return 2;
  return tried === 'residential' && pattern === 'most' && S === 3 ? 4 : 3;
}

function overdoseFloor(answer: string, mixing: boolean, pattern: Pattern, S: number): number {
  if (answer === 'overdose') return pattern === 'quiet' ? 2 : 3;
  const risky = answer === 'risky' || answer === 'unknown' || (mixing && pattern === 'most');
  if (!risky) return 0;
  if (pattern === 'quiet') return 1;
  return pattern === 'few' && S === 0 ? 1 : 2;
}

function betweenFloor(between: string, pattern: Pattern, S: number): number {
  if (between === 'likely') return 0;
  if (between === 'unlikely') {
    if (pattern === 'quiet') return S === 0 ? 1 : 2;
    if (S === 3) return 4;
    if (S === 2) return 3;
    return pattern === 'finished' || S === 1 ? 2 : 1;
  }
  if (pattern === 'quiet') return S === 0 ? 0 : 1;
  return pattern === 'most' && S === 3 ? 3 : 0;
}

function mentalFloor(mental: string, pattern: Pattern, S: number): number {
  if (mental === 'ok') return 0;
  if (mental === 'severe') {
    if (pattern === 'quiet') return S === 0 ? 1 : 2;
    if (S === 3) return 4;
    return pattern === 'few' && S === 0 ? 1 : 3;
  }
  if (S === 0) return 0;
  return pattern !== 'quiet' && S >= 2 ? 2 : 1;
}

function homeFloor(home: string, between: string, pattern: Pattern, S: number): number {
  if (home === 'supportive' || home === 'alone') return 0;
  if (home === 'unsafe') {
    if (pattern === 'quiet') return Math.min(S, 2);
    return S >= 2 ? 4 : S + 1;
  }
  if (pattern === 'quiet') return 0;
  if (S === 3 || (S === 2 && between === 'unlikely')) return 4;
  return S;
}

function aftercareFloor(score: number, { A, X }: Using, S: number): number {
  if (score === 0) return 0;
  if (score === 1) return 1;
  return A || (X && S >= 1) ? 2 : 1;
}

function withPattern(answers: FullAnswers, pattern: Pattern): Omit<ReferenceResult, 'headline'> {
  const using = classesOf(answers.substances);
  const { A, X, O } = using;
  const S = bandOf(answers.signs);
  const active = pattern === 'few' || pattern === 'most';
  const mixing = [A, X, O].filter(Boolean).length >= 2;
  const pregnant = answers.pregnancy !== 'no';
  const thoughts = answers.selfharm !== 'none';
  const score = withdrawalScore(answers, pattern, using);
  const floors: Record<string, number> = {
    'U-WITHDRAWAL': Math.min(score, 2),
    'U-HEALTH': answers.health === 'serious' ? 2 : 0,
    'U-OVERDOSE': answers.overdose === 'overdose' && O && active ? 2 : 0,
    'U-SELFHARM': thoughts ? 1 : 0,
    'U-MENTAL': answers.mental === 'severe' ? 1 : 0,
    'U-PREGNANCY': pregnant && active ? 1 : 0,
    'R-SIGNS': signsFloor(pattern, S),
    'R-TRIED': triedFloor(answers.tried, pattern, S),
    'R-OVERDOSE': overdoseFloor(answers.overdose, mixing, pattern, S),
    'R-BETWEEN': betweenFloor(answers.between, pattern, S),
    'R-MENTAL': mentalFloor(answers.mental, pattern, S),
    'R-HOME': homeFloor(answers.home, answers.between, pattern, S),
    'R-MENTAL-HOME':
      answers.mental === 'severe' && !['supportive', 'alone'].includes(answers.home) && S >= 2 && pattern !== 'quiet'
        ? 4
        : 0,
    'R-PREG': !pregnant || pattern === 'quiet' ? 0 : pattern === 'finished' || S >= 1 ? 2 : 1,
    'R-SELFHARM': thoughts ? (S >= 2 ? 2 : 1) : 0,
    'R-HEALTH': answers.health === 'serious' ? 1 : 0,
    'R-MIX': mixing && S === 3 && pattern === 'most' ? 3 : 0,
    'R-AFTERCARE': aftercareFloor(score, using, S),
  };
  const highestOf = (letter: string) =>
    Math.max(...Object.keys(floors).map((rule) => (rule.startsWith(letter) ? (floors[rule] as number) : 0)));
  return { score, urgency: highestOf('U'), setting: highestOf('R'), floors };
}

/** What the criteria say of complete answers. */
export function reference(answers: FullAnswers): ReferenceResult {
  const pattern = patternOf(answers.pattern);
  const { A, X } = classesOf(answers.substances);
  const ways = [withPattern(answers, pattern)];
  if (answers.withdrawal === 'never-stopped' && (A || X)) ways.push(withPattern(answers, 'most'));
  const highest = (part: (way: Omit<ReferenceResult, 'headline'>) => number) => Math.max(...ways.map(part));
  const rules = Object.keys(ways[0]?.floors ?? {});
  const floors = Object.fromEntries(rules.map((rule) => [rule, highest((way) => way.floors[rule] as number)]));
  const setting = highest((way) => way.setting);
  const isEmergency = answers.now !== 'none' || answers.selfharm === 'plan';
  const urgency = isEmergency ? 3 : highest((way) => way.urgency);
  const names = ['no-sign', 'outpatient', 'iop', 'php', 'residential'];
  const headline = isEmergency ? 'emergency' : urgency === 2 ? 'medical-first' : (names[setting] as string);
  return { urgency, setting, score: highest((way) => way.score), headline, floors };
}
