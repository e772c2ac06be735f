import { expect, test } from 'vitest';
import { type Finding, printed } from '#facts/finding.ts';
import { parseManuscript } from '#guides/build/manuscripts.ts';
import { readGuides } from '#guides/check.ts';
import { missingGuides, overdueReviews, staleTranslations, unclaimedQuestions } from '#guides/notes.ts';
import { whyUnpublished, withoutLinksTo } from '#guides/publication.ts';
import { fact, library, source } from '../facts/library.ts';
import { asAnother, file, guide, map } from './planted.ts';

const read = (...guides: [source: string, file?: string][]) =>
  readGuides(guides.map(([source, name]) => parseManuscript(name ?? file, source).manuscript)).guides;
const lines = (findings: Finding[]) => findings.map(printed).join('\n');
const spanish = asAnother('what-is-iop', 'es', 'que-es-un-iop');

test('what the content map asks for and nobody has published is listed, per language', () => {
  expect(lines(missingGuides(read([guide]), map))).toMatchInlineSnapshot(`
    "content/guides/en/after-iop.mdx missing guide "after-iop". Write it.
    content/guides/es/what-is-iop.mdx missing guide "what-is-iop". Write it in Spanish: the content map asks for it."
  `);
  expect(missingGuides(read([guide], asAnother('after-iop'), spanish), map)).toEqual([]);
});

test('a question that no guide claims is listed, but for those that a fixed page answers', () => {
  expect(lines(unclaimedQuestions(read([guide]), map))).toMatchInlineSnapshot(
    `"content/content-map.yaml questions.Q7 unclaimed question "How long does it last?". Answer it in a guide, and name it in that guide’s questions."`,
  );
  expect(unclaimedQuestions(read([guide.replace('[Q2]', '[Q2, Q7]')]), map)).toEqual([]);
});

test('a review is overdue once its day has passed', () => {
  expect(overdueReviews(read([guide]), '2027-11-22')).toEqual([]);
  expect(lines(overdueReviews(read([guide]), '2027-11-23'))).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx:17 reviewBy overdue review "2027-11-22". Compare the whole guide with its sources, then set lastReviewed and reviewBy."`,
  );
});

test('a Spanish guide that its English source has left behind is listed with the day', () => {
  const changed = guide.replace('dateModified: 2026-11-22', 'dateModified: 2026-12-01');
  expect(staleTranslations(read([guide], spanish))).toEqual([]);
  expect(lines(staleTranslations(read([changed], spanish)))).toMatchInlineSnapshot(
    `"content/guides/es/what-is-iop.mdx:15 dateModified behind its source "2026-11-22". The English guide changed on 2026-12-01. Bring its changes over, then set dateModified."`,
  );
  expect(
    staleTranslations(
      read([guide], [spanish[0].replace('dateModified: 2026-11-22', 'dateModified: 2026-12-01'), spanish[1]]),
    ),
  ).toEqual([]);
});

const named = (...ids: string[]) =>
  parseManuscript(file, guide.replace('See', `${ids.map((id) => `<Fact id="${id}" />`).join(' ')} See`)).manuscript;
const strong = {
  facts: new Map([
    ...library.facts,
    ['more', fact({ sources: ['statute', 'leaflet'] })],
    ['unread', fact({ sources: ['statute'], checked: null })],
  ]),
  sources: new Map([...library.sources, ['statute', source('A')]]),
};

test('a guide is published with three different sources of tier A or B behind facts that may be printed', () => {
  expect(whyUnpublished(named('safety', 'more'), strong)).toBeUndefined();
  expect(lines([whyUnpublished(named('safety', 'doors'), strong) as Finding])).toMatchInlineSnapshot(
    `"content/guides/en/what-is-iop.mdx not published "2 of tier A or B: advisory, review". Its facts need 3 different printable sources of tier A or B."`,
  );
  // Neither a leaflet (tier C) nor a fact that nobody has checked counts.
  expect(whyUnpublished(named('safety', 'rumour', 'unread'), strong)).toMatchObject({ rule: 'not published' });
});

test('links to a guide that is not published leave their words', () => {
  const mdx = 'Read [how to stop](/guides/stop/#now) and [all](/guides/), ![a picture](/guides/stop/).';
  expect(withoutLinksTo(['/guides/stop/'], mdx)).toBe(
    'Read how to stop and [all](/guides/), ![a picture](/guides/stop/).',
  );
  expect(withoutLinksTo([], mdx)).toBe(mdx);
});
