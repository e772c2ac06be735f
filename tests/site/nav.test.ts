import { expect, test } from 'vitest';
import { footerPages, headerPages, isLinked, linkedIn } from '#site/nav.ts';

test.each([
  ['header', headerPages],
  ['footer', footerPages],
])('the %s invites people to ask for a call only where somebody takes their request', (_place, pages) => {
  expect(pages.filter((page) => isLinked(page, { takesRequests: true, sendsTexts: true }))).toEqual(pages);
  const shown = pages.filter((page) => isLinked(page, { takesRequests: false, sendsTexts: false }));
  expect(pages.filter((page) => !shown.includes(page))).toEqual(['callBack']);
});

test('no page leads to a form that this deployment does not have', () => {
  const forms = ['callBack', 'text', 'meeting', 'shortCall'] as const;
  const linked = (here: { takesRequests: boolean; sendsTexts: boolean }) =>
    forms.filter((page) => isLinked(page, here));
  expect(linked({ takesRequests: true, sendsTexts: true })).toEqual(forms);
  expect(linked({ takesRequests: true, sendsTexts: false })).toEqual(['callBack', 'meeting', 'shortCall']);
  expect(linked({ takesRequests: false, sendsTexts: false })).toEqual([]);
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

test('no page leads to a form that the operator has turned off', () => {
  const here = { takesRequests: true, sendsTexts: true, closedForms: ['callBack', 'meeting'] as const };
  const forms = ['callBack', 'text', 'meeting', 'shortCall'] as const;
  expect(forms.filter((page) => isLinked(page, { ...here, closedForms: [...here.closedForms] }))).toEqual([
    'text',
    'shortCall',
  ]);
});

test('the program of an operator stands in header and footer where there is one', () => {
  const here = { takesRequests: true, sendsTexts: true };
  for (const pages of [headerPages, footerPages]) {
    expect(linkedIn(pages, here)).toEqual(pages);
    expect(linkedIn(pages, { ...here, hasProgram: true })).toContain('program');
  }
});
