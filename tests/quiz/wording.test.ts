import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { printableFact } from '#facts/printable.ts';
import { factSchema, sourcesSchema } from '#facts/schema.ts';
import { factsBehind, withFigures } from '#quiz/figures.ts';
import { wordingSchema } from '#quiz/wording.ts';
import { english } from './english.ts';

const file = () => parse(readFileSync('content/quiz/en.yaml', 'utf8'));

/** `result.ask.0` → its text. */
const texts = (node: unknown, path = ''): [path: string, text: string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node as object).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));

test('every question, option, rule, note and outcome has its words, and none is left over', () => {
  expect(wordingSchema.safeParse(file()).error?.issues).toBeUndefined();
});

/** Code that can say a word: components and what they call, without the schema. */
const code = readdirSync('src/quiz', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|tsx|astro)$/.test(name) && !/^(wording|decides-texts)\.ts$|^astro\/decides\//.test(name))
  .map((name) => readFileSync(`src/quiz/${name}`, 'utf8'));
const isNamed = (name: string): boolean => code.some((text) => new RegExp(`\\b${name}\\b`).test(text));

/** Names of entries, without those of options, rules and notes: they are read from tables. */
function names(node: object): string[] {
  const ids = /^(questions|outcomes|because|flags|how|medical)$|^(\d+|[A-Z][A-Z0-9-]+)$/;
  return Object.entries(node).flatMap(([key, inner]) => [
    ...(/^\d+$/.test(key) ? [] : [key]),
    ...(typeof inner === 'object' && !ids.test(key) ? names(inner as object) : []),
  ]);
}

test('every word of the page is said somewhere', () => {
  expect([...new Set(names(english()))].filter((name) => !isNamed(name))).toEqual([]);
});

test.each([
  ['an option without a label', (words: ReturnType<typeof file>) => delete words.questions.home.options.unsafe],
  ['an option that nobody offers', (words: ReturnType<typeof file>) => (words.questions.home.options.boat = 'A boat')],
  ['a rule that cannot say why', (words: ReturnType<typeof file>) => delete words.because['R-MIX']],
  ['a note without words', (words: ReturnType<typeof file>) => delete words.flags.NALOXONE],
  ['an outcome without words', (words: ReturnType<typeof file>) => delete words.outcomes.php],
])('%s stops the build', (_, spoil) => {
  const words = file();
  spoil(words);
  expect(wordingSchema.safeParse(words).success).toBe(false);
});

test('every fact that the quiz rests on exists and may be printed', () => {
  const read = (path: string) => parse(readFileSync(path, 'utf8'));
  const facts = new Map(
    readdirSync('content/facts').map((name) => [
      name.replace('.yaml', ''),
      factSchema.parse(read(`content/facts/${name}`)),
    ]),
  );
  const sources = new Map(Object.entries(sourcesSchema.parse(read('content/sources.yaml'))));
  const ids = factsBehind(english());
  expect(ids.length).toBeGreaterThan(40);
  for (const id of ids) expect(() => printableFact(id, { facts, sources }, 'content/quiz/en.yaml')).not.toThrow();
});

/** Where a reader's own count or the line between two answers is named, and names that hold digits. */
const mayHoldDigits = /^questions\.|^outcomes\.\w[\w-]*\.points\.|\.href$/;
const allowed = /\{[^}]*\}|\b(911|988|24-hour|under 18)\b/g;

test('no figure is typed: figures come from facts', () => {
  const typed = texts(file())
    .filter(([path]) => !mayHoldDigits.test(path) && !/\.facts\.\d+$|\.first$/.test(path))
    .filter(([, text]) => /\d/.test(text.replace(allowed, '')));
  expect(typed).toEqual([]);
});

test('safety is spoken of without "n\'t", and nobody is pressed or blamed', () => {
  const safety = /^(emergency|medical|care|flags|start\.danger)\b|^questions\.(now|selfharm|withdrawal|overdose)\./;
  const found = texts(file()).filter(
    ([path, text]) =>
      (safety.test(path) && /n['’]t\b/.test(text)) ||
      /\b(please|sorry|invalid|abuse\b(?! Professional)|addicts?|alcoholics?|suffer|struggl|clean)\b/i.test(text),
  );
  expect(found).toEqual([]);
});

test('figures stand in the text, and their facts are still known as sources', () => {
  const words = { means: { text: 'Plan on {fact:iop-hours-adult}.', facts: ['evid-who'] } };
  const resolved = withFigures(words, (id) => `<${id}>`);
  expect(resolved.means.text).toBe('Plan on <iop-hours-adult>.');
  expect(factsBehind(resolved)).toEqual(expect.arrayContaining(['iop-hours-adult', 'evid-who']));
});
