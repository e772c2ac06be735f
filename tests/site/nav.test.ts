import { expect, test } from 'vitest';
import { footerPages, headerPages, isLinked } from '#site/nav.ts';

test.each([
  ['header', headerPages],
  ['footer', footerPages],
])('the %s invites people to ask for a call only where somebody takes their request', (_place, pages) => {
  expect(pages.filter((page) => isLinked(page, { takesRequests: true }))).toEqual(pages);
  const shown = pages.filter((page) => isLinked(page, { takesRequests: false }));
  expect(pages.filter((page) => !shown.includes(page))).toEqual(['callBack']);
});

test.each([
  'about',
  'howWeWrite',
  'accessibility',
  'privacy',
  'healthData',
  'sharedDevice',
  'terms',
  'contact',
  'helpNow',
  'glossary',
  'questionsToAsk',
  'facts',
  'guides',
] as const)('the foot of every page names "%s", so that a reader can always reach it', (page) => {
  expect(footerPages).toContain(page);
});
