import { expect, test } from 'vitest';
import { readBuiltPage } from '#site/build/built-page.ts';

const wordsOf = (html: string) => readBuiltPage(html).words;

test('a page is known by its title, description and the headings of its main part', () => {
  const html = `<title>Your&nbsp;data &amp; rights</title><meta name="description" content="What we keep.">
    <header><h2>Menu</h2></header><main><h1>Your data</h1><h2>When <em>you</em>
    read</h2><h3>Detail</h3></main><footer><h2>In danger</h2></footer>`;
  expect(wordsOf(html)).toEqual({
    title: 'Your data & rights',
    description: 'What we keep.',
    headings: ['When you read'],
  });
});

test('of a guide only the headings of the article count', () => {
  const html =
    '<main><h2>In short</h2><div data-article-body><h2>What is it?</h2></div><section><h2>Sources</h2></section></main>';
  expect(wordsOf(html).headings).toEqual(['What is it?']);
});

test('what a page hides is not found', () => {
  const html =
    '<main><div hidden><h2>There is a problem</h2></div><h2 hidden>No</h2><template><h2>Your time</h2></template></main>';
  expect(wordsOf(html).headings).toEqual([]);
});
