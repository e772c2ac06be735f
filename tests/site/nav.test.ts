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
