import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { type DefaultTreeAdapterMap, parse as parseHtml } from 'parse5';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { lowestAnswers } from '#quiz/lowest-answers.ts';
import type { Published } from '#quiz/published-schema.ts';
import type { Vignette } from '#quiz/vignettes.ts';

const read = (file: string) => readFileSync(`dist/${file}`, 'utf8');
const rules: Published = JSON.parse(read('quiz-rules.json'));
const schema = z.fromJSONSchema(JSON.parse(read('quiz-rules.schema.json')));
const cases: Vignette[] = parse(readFileSync('content/quiz/vignettes/vignettes.yaml', 'utf8'));
const pages = ['how-this-quiz-decides/index.html', 'es/como-decide-este-cuestionario/index.html'];

test('the rules as data fit their published schema', () => {
  expect(schema.safeParse(rules).error?.issues ?? []).toEqual([]);
});

test('the published schema refuses data with a part missing or added', () => {
  const { answerRules, ...without } = rules;
  expect(schema.safeParse(without).success).toBe(false);
  expect(schema.safeParse({ ...rules, secret: 1 }).success).toBe(false);
  expect(schema.safeParse({ ...rules, tables: { score: 'none' } }).success).toBe(false);
});

test('whoever reads only the published data places every story as the quiz does', () => {
  const orderOf = new Map(rules.readings.map(({ id, above }) => [id, above]));
  const isAtLeast = (id: string, level: string, least: string): boolean =>
    level === least ||
    (orderOf.get(id as never) ?? []).some(([from, to]) => to === level && isAtLeast(id, from, least));

  for (const { answers, actual } of rules.vignettes) {
    const all: Record<string, unknown> = { ...lowestAnswers, ...answers };
    const given = (id: string): string[] => (Array.isArray(all[id]) ? all[id] : [all[id]]) as string[];
    const readings: Record<string, string> = {};
    let isEmergency = false;
    for (const { id, answers: offered } of rules.questions) {
      for (const answer of offered.filter((one) => given(id).includes(one.id))) {
        isEmergency ||= answer.emergency;
        Object.assign(readings, answer.raises);
      }
    }
    const also = rules.answerRules.filter(({ when }) =>
      Object.entries(when).every(([id, any]) => (any ?? []).some((answer) => given(id).includes(answer))),
    );
    const isMet = (id: string, least: string) =>
      isAtLeast(id, readings[id] ?? '', least) ||
      also.some(({ reading, alsoCountsAs }) => reading === id && isAtLeast(id, alsoCountsAs, least));
    const reached = (part: string) =>
      rules.situations
        .filter((group) => group.part === part)
        .filter(({ situations }) =>
          situations.some((situation) => Object.entries(situation).every(([id, least]) => isMet(id, least as string))),
        )
        .reduce((highest, { atLeast }) => Math.max(highest, atLeast), 0);

    const setting = rules.settings[reached('setting')];
    const isMedical = reached('urgency') === 2;
    const headline = isEmergency ? 'emergency' : isMedical ? 'medical-first' : setting;
    expect({ headline, next: headline === 'medical-first' ? setting : null }).toEqual(actual);
  }
});

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const attribute = ({ attrs }: Element, name: string) => attrs.find((candidate) => candidate.name === name)?.value;

/** Every element of a page. */
const elementsIn = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
];

/** The text of an element, but what names a source. */
const wordsIn = (node: Node): string => {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || ('tagName' in node && node.tagName === 'cite')) return ' ';
  return node.childNodes.map(wordsIn).join('');
};

test.each([
  { page: pages[0] as string, locale: 'en' },
  { page: pages[1] as string, locale: 'es' },
] as const)(
  '$page tells every story in its own language: what happened, the care in the source, and why',
  ({ page, locale }) => {
    const other = locale === 'en' ? 'es' : 'en';
    const elements = new Map(elementsIn(parseHtml(read(page))).map((element) => [attribute(element, 'id'), element]));
    expect(cases.length).toBeGreaterThanOrEqual(64);
    for (const { id, story, why, sourceCare, placedWhy } of cases) {
      const told = elements.get(id);
      if (!told) throw new Error(`${page} has no story ${id}`);
      const words = wordsIn(told);
      for (const text of [story, sourceCare, placedWhy ?? why].filter((one) => one !== undefined)) {
        expect(words, id).toContain(text[locale]);
        expect(words, id).not.toContain(text[other]);
      }
      const marked = elementsIn(told).filter((element) => attribute(element, 'lang') !== undefined);
      expect(marked.every(({ tagName }) => tagName === 'cite')).toBe(true);
    }
  },
);

test('the data tell every story in Spanish beside the English words that were always there', () => {
  expect(rules.vignettes.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
  for (const [place, { story, why, sourceCare }] of cases.entries()) {
    expect(rules.vignettes[place]).toMatchObject({
      story: story.en,
      why: why.en,
      inSpanish: { story: story.es, why: why.es, care: sourceCare?.es ?? null },
      source: sourceCare ? { care: sourceCare.en } : null,
    });
  }
});

test.each(pages)('%s is at most 40 kB', (page) => {
  expect(brotliCompressSync(read(page)).length).toBeLessThanOrEqual(40_000);
});

test.each(pages)('%s says that no clinician has reviewed the rules, as long as none has', (page) => {
  const said = /No clinician has reviewed these rules|Ningún profesional clínico ha revisado/;
  expect(said.test(read(page))).toBe(!rules.reviewed);
});

test.each(pages)('%s names every fact that a question rests on', (page) => {
  const html = read(page);
  for (const { facts } of rules.questions) for (const fact of facts) expect(html).toContain(`#${fact}"`);
});
