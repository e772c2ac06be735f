import { type ChildProcess, spawn } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { parse } from 'yaml';
import { questions } from '#ops/init/questions.ts';
import { readSiteFile } from '#site/build/site-file.ts';
import { runOps, type Said } from './run-ops.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder = '';
const file = () => join(folder, 'content/site.yaml');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nrs-init-'));
  mkdirSync(join(folder, 'content'));
  cpSync('content/site.yaml', file());
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

/** Runs `init` with a file of answers. */
function answered(answers: string, ...more: string[]): Promise<Said> {
  writeFileSync(join(folder, 'answers.yaml'), answers);
  return runOps(folder, ['init', '--answers', 'answers.yaml', ...more]);
}

/** Types each line when a question has come to its end. */
async function typed(lines: readonly string[]): Promise<Said> {
  const child: ChildProcess = spawn(process.execPath, [resolve('src/ops/ops.ts'), 'init'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  let [out, error] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    error += chunk;
  });
  child.stdin?.end(`${lines.join('\n')}\n`);
  const status = await new Promise<number>((ended) => child.once('close', (code) => ended(code ?? -1)));
  return { out, error, status };
}

const keysIn = (text: string) =>
  Object.fromEntries([...text.matchAll(/^(NRS_\w+_KEY)=(.+)$/gm)].map(([, name, key]) => [name, key ?? '']));

test('a file of answers is written into the settings, and what production still refuses is told', async () => {
  const { out, status } = await answered(
    'origin: https://help.gov\noperator:\n  legalName: Town Library\n  hours: { sunday: { opens: "10:00", closes: "12:00" } }\n',
  );
  expect(status).toBe(0);
  const { operator, origin, helplines } = readSiteFile(file());
  expect([origin, operator.legalName, operator.hours.sunday]).toEqual([
    'https://help.gov',
    'Town Library',
    { opens: '10:00', closes: '12:00' },
  ]);
  expect(helplines).toEqual(readSiteFile().helplines);
  expect(readFileSync(file(), 'utf8')).toContain('# Who runs this site');
  expect(out).toContain('Production still refuses:\ncontent/site.yaml operator.isSample: It is true.');
  expect(out).not.toContain('operator.legalName:');
  expect(out).not.toContain('NRS_ORIGIN:');
});

test('keys are printed once, belong together, and are new each time', async () => {
  const first = keysIn((await answered('leaveTo: https://www.weather.gov/')).out);
  const second = JSON.parse((await answered('leaveTo: https://www.weather.gov/', '--json')).out).keys;
  for (const keys of [first, second]) {
    const [publicKey, privateKey] = [keys['NRS_PUBLIC_KEY'], keys['NRS_PRIVATE_KEY']].map((key) =>
      Buffer.from(key?.split(':')[1] ?? '', 'base64'),
    );
    const own = createPublicKey(createPrivateKey({ key: privateKey as Buffer, format: 'der', type: 'pkcs8' }));
    expect(own.export({ format: 'der', type: 'spki' })).toEqual(publicKey);
    expect(Buffer.from(keys['NRS_SUPPRESSION_KEY'] ?? '', 'base64')).toHaveLength(32);
  }
  expect(first['NRS_SUPPRESSION_KEY']).not.toBe(second['NRS_SUPPRESSION_KEY']);
  expect(readFileSync(file(), 'utf8')).not.toMatch(/NRS_|MII/);
});

test('an answer that the schema does not take is told by its field, and nothing is written', async () => {
  const before = readFileSync(file(), 'utf8');
  const { error, out, status } = await answered('operator: { timeZone: America/Chicgo, legalname: X }');
  expect([status, out]).toEqual([1, '']);
  expect(error).toContain(
    'content/site.yaml operator.timeZone: Found "America/Chicgo". Did you mean "America/Chicago"?',
  );
  expect(error).toContain('operator.legalname: There is no field "legalname". Did you mean "legalName"?');
  expect(error).toContain('Nothing was written.');
  expect(readFileSync(file(), 'utf8')).toBe(before);
});

test.each([
  ['gone.yaml', 'gone.yaml is no file.'],
  ['content', 'content is no file.'],
])('answers that cannot be read are told: %s', async (name, words) => {
  const { error, status } = await runOps(folder, ['init', '--answers', name]);
  expect(status).toBe(1);
  expect(error).toContain(words);
});

test('--answers without a file is asked for', async () => {
  const { error, status } = await runOps(folder, ['init', '--answers']);
  expect([status, error]).toEqual([
    2,
    'Which file has the answers? Example: npm run ops -- init --answers answers.yaml',
  ]);
});

test('a person answers question by question: an answer that is none is asked for again, enter keeps what was there', async () => {
  const said: Record<string, string[]> = {
    'name.en': ['Town Library'],
    'operator.licences': ['XX 1', 'IL A-123, WI 456'],
    'operator.hours.monday': ['nine', '08:30-16:00'],
    'operator.hours.saturday': ['closed'],
    'operator.paidForReferrals': ['Payer One, Payer Two'],
    'operator.languages': ['en, es'],
    'operator.isSample': ['perhaps', 'no'],
  };
  const { error, out, status } = await typed(questions.flatMap(({ field }) => said[field] ?? ['']));
  expect(status, error).toBe(0);
  const { name, operator } = readSiteFile(file());
  expect(name).toEqual({ en: 'Town Library', es: 'Next Right Step' });
  expect(operator).toMatchObject({
    isSample: false,
    licences: [
      { state: 'IL', number: 'A-123' },
      { state: 'WI', number: '456' },
    ],
    languages: ['en', 'es'],
    paidForReferrals: ['Payer One', 'Payer Two'],
    legalName: 'Sample Operator (not a real organization)',
  });
  expect([operator.hours.monday, operator.hours.saturday]).toEqual([{ opens: '08:30', closes: '16:00' }, null]);
  expect(error).toContain('Found "XX"');
  expect(out).toMatch(/^Wrote content\/site\.yaml\./);
  expect(Object.keys(keysIn(out))).toHaveLength(3);
});

test('who stops in the middle has changed nothing', async () => {
  const before = readFileSync(file(), 'utf8');
  const { error, status } = await typed(['Town Library', 'Biblioteca']);
  expect(status).toBe(1);
  expect(error).toContain('The answers ended before the questions. Nothing was written.');
  expect(readFileSync(file(), 'utf8')).toBe(before);
});

test('what stands in the settings is shown so that typing it again changes nothing', () => {
  for (const path of ['content/site.yaml', 'tests/operator/site.yaml']) {
    const settings = parse(readFileSync(path, 'utf8'));
    for (const { field, read, show } of questions) {
      const value = field.split('.').reduce((part, key) => part[key], settings);
      expect(read(show(value)), field).toEqual(value);
    }
  }
});
