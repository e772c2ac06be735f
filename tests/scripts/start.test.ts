import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (script: string, env: Record<string, string>) =>
  spawnSync(process.execPath, ['scripts/run.mjs', script], { encoding: 'utf8', env: { ...process.env, ...env } });

test.each([
  [{ NRS_MODE: 'prod' }, 'Not started: NRS_MODE must be demo, rehearsal or production, for example NRS_MODE=demo\n'],
  [{ PORT: 'http' }, 'Not started: PORT must be a whole number from 0 to 65535, for example PORT=4321\n'],
  [
    { NRS_MODE: 'production' },
    'Not started: NRS_ORIGIN is missing: production needs its own address, for example NRS_ORIGIN=https://help.example.org\n',
  ],
])('a bad setting ends the start and the build with one line that names it: %o', (env, line) => {
  for (const script of ['scripts/start.ts', 'scripts/build.ts']) {
    const { status, stderr } = run(script, env);
    expect({ status, stderr }).toEqual({ status: 1, stderr: line });
  }
});

test('production with the sample operator is not built, and each value is told on a line of its own', () => {
  const { status, stderr } = run('scripts/build.ts', { NRS_MODE: 'production', NRS_ORIGIN: 'https://help.gov' });
  expect(status).toBe(1);
  const lines = stderr.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^Not started: content\/site\.yaml operator\.isSample: /);
  expect(lines).toContain(
    'content/site.yaml operator.phone: "217-555-0142" is a number for examples, which nobody answers. Write the real one.',
  );
});

test('a bad setting ends the start of the worker with one line, too', () => {
  const { status, stderr } = run('scripts/start-worker.ts', { NRS_MODE: 'live' });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'Not started: NRS_MODE must be demo, rehearsal or production, found "live". Example: NRS_MODE=demo\n',
  });
});

test('an old Node is told what to do in one line', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.20.2"})',
      'scripts/run.mjs',
      'scripts/start.ts',
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^This needs Node 22\.18 or newer and found 20\.20\.2\..+\n$/);
});
