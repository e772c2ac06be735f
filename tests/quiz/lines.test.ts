import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { evaluate } from '#quiz/evaluate.ts';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import { questions } from '#quiz/questions.ts';
import { readStrictly } from '#quiz/strict.ts';

const program = fileURLToPath(new URL('../../src/quiz/run/lines.ts', import.meta.url));

/** Runs the command as npm does, with some text on standard input. */
async function quiz(input: string) {
  const run = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
  const exit = new Promise<number | null>((resolve) => run.on('exit', resolve));
  run.stdin.end(input);
  const [output, code] = await Promise.all([text(run.stdout), exit]);
  return { lines: output.split('\n').slice(0, -1), code };
}

const refusalOf = (line: object | string) => {
  const read = readStrictly(typeof line === 'string' ? line : JSON.stringify(line));
  return read.ok ? undefined : read.refusal;
};

test('a line of answers comes back as a line of result, fields in their published order', async () => {
  const { lines, code } = await quiz(`${JSON.stringify(lowestAnswers)}\n`);
  expect(code).toBe(0);
  expect(lines).toEqual([
    '{"headline":"no-sign","urgency":0,"setting":"no-sign","then":null,"because":[],"shortest":[],"flags":[],"confidence":"fairly-sure","range":{"lowest":"no-sign","highest":"no-sign"},"missing":[],"version":"1.0.0"}',
  ]);
});

test('a broken line is answered with its number and never stops the others; the exit code is then 1', async () => {
  const good = JSON.stringify({ ...lowestAnswers, tried: 'iop' });
  const { lines, code } = await quiz(`${good}\n\n{"home":"ok"}\r\nnot json\n${good}`);
  expect(code).toBe(1);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ headline: 'iop' }),
    { line: 3, error: { field: 'home', value: 'ok', allowed: ['supportive', 'alone', 'using', 'unsafe', 'unknown'] } },
    { line: 4, error: { field: null } },
    expect.objectContaining({ headline: 'iop' }),
  ]);
});

test('nothing in, nothing out', async () => {
  expect(await quiz('')).toEqual({ lines: [], code: 0 });
});

test('ten thousand lines keep their order', async () => {
  const voices = ['self', 'loved', 'work'];
  const input = Array.from({ length: 10_000 }, (_, n) =>
    JSON.stringify({ ...lowestAnswers, signs: n % 12, voice: voices[n % 3] }),
  );
  const { lines } = await quiz(input.join('\n'));
  expect(lines).toEqual(input.map((line) => JSON.stringify(evaluate(JSON.parse(line)))));
});

test('no answers at all are an emergency with everything missing', async () => {
  const { lines, code } = await quiz('{}\n');
  expect(code).toBe(0);
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    headline: 'emergency',
    setting: null,
    range: null,
    confidence: 'fairly-sure',
    shortest: ['now'],
    missing: ['voice', ...questions.map(({ id }) => id)],
  });
});

test.each([['[]'], ['null'], ['7'], ['"daily"'], ['{"now":"none"'], ['{"now":none}']])(
  '%s is no object of answers',
  (line) => {
    expect(refusalOf(line)).toEqual({ field: null });
  },
);

test.each([
  ['an unknown word', { home: 'ok' }, { field: 'home', value: 'ok' }],
  ['a word of another question', { overdose: 'none' }, { field: 'overdose', value: 'none' }],
  ['a number for a word', { home: 1 }, { field: 'home', value: 1 }],
  ['null', { home: null }, { field: 'home', value: null }],
  ['a list for one answer', { home: ['using'] }, { field: 'home', value: ['using'] }],
  ['a word where a list belongs', { substances: 'alcohol' }, { field: 'substances', value: 'alcohol' }],
  ['a stranger in a list', { substances: ['alcohol', 'soma'] }, { field: 'substances', value: 'soma' }],
  ['"none" beside a tick', { substances: ['alcohol', 'none'] }, { field: 'substances', value: ['alcohol', 'none'] }],
  ['"none" beside "unknown"', { signs: ['none', 'unknown'] }, { field: 'signs', value: ['none', 'unknown'] }],
  [
    '"none" beside a practical tick',
    { practical: ['none', 'transport'] },
    { field: 'practical', value: ['none', 'transport'] },
  ],
  ['twelve signs', { signs: 12 }, { field: 'signs', value: 12 }],
  ['less than no sign', { signs: -1 }, { field: 'signs', value: -1 }],
  ['half a sign', { signs: 1.5 }, { field: 'signs', value: 1.5 }],
  ['a band in a list', { signs: ['0-1'] }, { field: 'signs', value: '0-1' }],
  ['an unknown voice', { voice: 'unknown' }, { field: 'voice', value: 'unknown' }],
])('%s is refused with what is allowed', (_, answers, refusal) => {
  expect(refusalOf(answers)).toMatchObject(refusal);
  expect(Object(refusalOf(answers)).allowed.length).toBeGreaterThan(2);
});

test.each(['hom', 'constructor', '__proto__', 'then'])(
  'an unknown field %s is refused with the fields there are',
  (field) => {
    expect(refusalOf(`{"${field}":"none"}`)).toEqual({
      field,
      value: 'none',
      allowed: ['voice', ...questions.map(({ id }) => id)],
    });
  },
);

test.each([
  [{ substances: [] }, {}],
  [{ practical: [] }, {}],
  [{ signs: [] }, {}],
  [{ substances: ['none'] }, { substances: 'none' }],
  [{ substances: ['unknown'] }, { substances: 'unknown' }],
  [{ signs: ['none'] }, { signs: 'none' }],
  [{ signs: 0 }, { signs: 'none' }],
  [{ signs: ['unknown'] }, { signs: 'unknown' }],
  [{ signs: 3 }, { signs: '2-3' }],
  [{ signs: ['longer', 'urges', 'longer'] }, { signs: 2 }],
  [{ practical: ['unknown'] }, { practical: 'unknown' }],
])('%j is the same as %j', (one, other) => {
  const rest = { ...lowestAnswers, pattern: 'few-days' };
  const without = Object.fromEntries(Object.entries(rest).filter(([id]) => !(id in one)));
  const results = [one, other].map((answers) => {
    const read = readStrictly(JSON.stringify({ ...without, ...answers }));
    return read.ok ? evaluate(read.answers) : read.refusal;
  });
  expect(results[0]).toEqual(results[1]);
  expect(results[0]).toHaveProperty('headline');
});
