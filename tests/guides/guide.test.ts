import { expect, test } from 'vitest';
import { factsInOrder, readingMinutes } from '#guides/body.ts';
import { levels } from '#guides/levels.ts';
import { withParagraphs } from '#guides/lone-facts.ts';
import { byAudience, inOrder, neighbours } from '#guides/order.ts';
import { outline } from '#guides/outline.ts';
import { pathsByKey } from '#guides/pairing.ts';
import type { Guide } from '#guides/schema.ts';
import { withHeaders } from '#guides/table.ts';

const heading = (depth: number, text: string) => ({ depth, slug: text, text });

test('"On this page" lists sections, not what lies inside them', () => {
  expect(
    outline([heading(2, 'a'), heading(3, 'a1'), heading(2, 'b'), heading(2, 'c')]).map(({ text }) => text),
  ).toEqual(['a', 'b', 'c']);
});

test('two sections are too few for a list of sections', () => {
  expect(outline([heading(2, 'a'), heading(3, 'a1'), heading(2, 'b')])).toEqual([]);
});

test('notes are numbered in reading order: the summary, then the body, comments left out', () => {
  const body = 'It takes <Fact id="hours" />.\n\n{/* <Fact id="draft" /> */}\n\n<Fact whole id="doors" />\n';
  expect(factsInOrder({ summary: ['{fact:doors} and {fact:safety}', 'Plain.'] }, body)).toEqual([
    'doors',
    'safety',
    'hours',
    'doors',
  ]);
});

test('the table of levels brings the facts of its rows, where it stands', () => {
  const body = 'First <Fact id="doors" />.\n\n<LevelsTable />\n\n<Fact id="hours" />\n';
  const [first, ...rest] = factsInOrder({ summary: [] }, body);
  expect([first, rest.at(-1)]).toEqual(['doors', 'hours']);
  expect(rest.slice(0, -1)).toEqual(levels.map(({ fact }) => fact));
});

test('reading time counts words, not markup, and is never nothing', () => {
  expect(readingMinutes('One word.')).toBe(1);
  expect(readingMinutes('[word](/a/long/path/) '.repeat(360))).toBe(2);
});

test('a claim alone between paragraphs becomes a paragraph; a figure in a sentence stays in it', () => {
  expect(withParagraphs('Text.\n\n<Fact id="a" whole />\n\nMore <Fact id="b" />.\n')).toBe(
    'Text.\n\n<p><Fact id="a" whole /></p>\n\nMore <Fact id="b" />.\n',
  );
});

test('each row and column of a table says what it is about', () => {
  const markdown =
    '<table>\n<thead><tr>\n<th>Level</th><th>Hours</th></tr></thead><tbody><tr>\n<td>IOP</td><td>few</td></tr></tbody></table>';
  expect(withHeaders(markdown, '<caption>Levels</caption>')).toBe(
    '<table><caption>Levels</caption>\n<thead><tr>\n<th scope="col">Level</th><th scope="col">Hours</th></tr></thead><tbody><tr>\n<th scope="row">IOP</th><td>few</td></tr></tbody></table>',
  );
});

const named = (title: string, ...audience: Guide['audience']) => ({ title, audience, lang: 'en' as const });
const guides = [named('Work', 'working'), named('Doors', 'researching', 'family'), named('Care', 'researching')];

test('guides stand in order of their main reader, then of their title', () => {
  expect(inOrder(guides, 'en').map(({ title }) => title)).toEqual(['Care', 'Doors', 'Work']);
  expect(inOrder(guides, 'es')).toEqual([]);
});

test('every reader finds a guide in their own group, and no group is empty', () => {
  expect(byAudience(inOrder(guides, 'en')).map(({ audience, guides }) => [audience, guides.length])).toEqual([
    ['researching', 2],
    ['working', 1],
    ['family', 1],
  ]);
  expect(byAudience([named('Work', 'working')])).toHaveLength(1);
});

test('the first guide has none before it, the last none after', () => {
  const [first, second, third] = ['a', 'b', 'c'];
  expect(neighbours(first, ['a', 'b', 'c'])).toEqual({ previous: undefined, next: second });
  expect(neighbours(third, ['a', 'b', 'c'])).toEqual({ previous: second, next: undefined });
});

test('language versions of a guide find each other, each at its own slug', () => {
  const paths = pathsByKey([
    { lang: 'en', slug: 'what-is-iop', translationKey: 'what-is-iop' },
    { lang: 'es', slug: 'que-es-un-iop', translationKey: 'what-is-iop' },
    { lang: 'en', slug: 'detox', translationKey: 'detox' },
  ]);
  expect(paths.get('what-is-iop')).toEqual({ en: '/guides/what-is-iop/', es: '/es/guias/que-es-un-iop/' });
  expect(paths.get('detox')).toEqual({ en: '/guides/detox/' });
});
