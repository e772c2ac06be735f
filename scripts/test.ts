/**
 * `npm test`: everything CI runs, stage by stage. `npm test -- unit browser` runs only the named stages.
 * The last line adds up what the runners themselves reported; a stage without a runner counts as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface Stage {
  name: string;
  command: string;
  args: string[];
  /** Where the stage's runner writes what it counted. */
  report?: { file: string; read: (json: never) => Tally };
}

const vitestTally = (json: { numPassedTests: number; numFailedTests: number; numPendingTests: number }): Tally => ({
  passed: json.numPassedTests,
  failed: json.numFailedTests,
  skipped: json.numPendingTests,
});
const playwrightTally = ({
  stats,
}: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
});
const ours = (file: string, ...args: string[]) => ({
  command: process.execPath,
  args: ['scripts/run.mjs', file, ...args],
});
const vitest = (name: string, config: string): Stage => ({
  name,
  command: 'vitest',
  args: [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${name}.json`,
  ],
  report: { file: `test-results/${name}.json`, read: vitestTally },
});

const stages: Stage[] = [
  { name: 'lockfile', ...ours('scripts/complete-lockfile.ts', '--check') },
  { name: 'lint', command: 'biome', args: ['ci', '--error-on-warnings', '.'] },
  { name: 'types', ...ours('scripts/astro.ts', 'check', '--minimumFailingSeverity', 'warning') },
  vitest('unit', 'vitest.config.ts'),
  { name: 'build', ...ours('scripts/build.ts') },
  { name: 'compress', ...ours('scripts/compress.ts') },
  vitest('built', 'vitest.built.config.ts'),
  {
    name: 'browser',
    command: 'playwright',
    args: ['test'],
    report: { file: 'test-results/browser.json', read: playwrightTally },
  },
];

const execute = ({ command, args }: Stage): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });

/** A runner that failed without a failed test (it crashed, or found no test) counts as one failure. */
async function run(stage: Stage): Promise<Tally> {
  const { report } = stage;
  if (report) rmSync(report.file, { force: true });
  const succeeded = await execute(stage);
  const fallback = { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  if (!report) return fallback;
  if (!existsSync(report.file)) return { passed: 0, failed: 1, skipped: 0 };
  const tally = report.read(JSON.parse(readFileSync(report.file, 'utf8')) as never);
  return { ...tally, failed: succeeded ? tally.failed : Math.max(1, tally.failed) };
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}. Stages: ${stages.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

mkdirSync('test-results', { recursive: true });
const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${stage.name}`);
  const started = Date.now();
  const { passed, failed, skipped } = await run(stage);
  console.log(`── ${stage.name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;
