import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answers } from '#quiz/answers.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { rules } from '#quiz/judge.ts';
import { prove } from '#quiz/proof.ts';
import { questions } from '#quiz/questions.ts';
import { tables } from '#quiz/rules.ts';
import { settleAll, sizeOfSpace } from '#quiz/space.ts';

const proofs = ['tests/quiz/proof.test.ts', 'tests/quiz/situations.test.ts'];
const evaluations = 100_000;

/** How long the proof takes, how fast the engine decides, and what each test that walks the whole space costs `npm test`. */
export async function run(): Promise<string> {
  const walked = seconds(() => settleAll(rules));
  const proved = seconds(() => prove(tables));
  const readers = Array.from({ length: 1000 }, (_, seed) => answersOf(seed));
  const evaluated = seconds(() => {
    for (let count = 0; count < evaluations; count++) evaluate(readers[count % readers.length] as Answers);
  });
  const tests = wholeSpaceTests();
  return [
    `${grouped(sizeOfSpace)} combinations of readings settled in ${walked.toFixed(1)} s: ${grouped(sizeOfSpace / walked)} a second`,
    `all invariants proved over them in ${proved.toFixed(1)} s`,
    `${grouped(evaluations / evaluated)} whole results with reasons and range a second`,
    ...tests.map(({ name, took }) => `${took.toFixed(1).padStart(6)} s  ${name}`),
    `${tests
      .reduce((sum, { took }) => sum + took, 0)
      .toFixed(1)
      .padStart(6)} s  proof and equivalence together, as \`npm test\` runs them, wished about 60`,
  ].join('\n');
}

const grouped = (value: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(value);

function seconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

/** Answers of one reader, different for each seed and the same in every run. */
function answersOf(seed: number): Answers {
  let state = seed + 1;
  const pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[state % list.length] as T;
  };
  return Object.fromEntries(
    questions.map(({ id, many, options }) => [id, many ? [pick<string>(options)] : pick<string>(options)]),
  );
}

interface VitestReport {
  testResults: { assertionResults: { title: string; duration: number }[] }[];
}

/** Runs the tests that walk the whole space of readings and tells what each that is not over at once took, in seconds. */
function wholeSpaceTests(): { name: string; took: number }[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-proof-'));
  try {
    const report = join(folder, 'report.json');
    execFileSync('vitest', ['run', ...proofs, '--reporter=json', `--outputFile=${report}`], { stdio: 'ignore' });
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .map(({ title, duration }) => ({ name: title, took: duration / 1000 }))
      .filter(({ took }) => took > 0.5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
