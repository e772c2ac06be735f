import { expect, test } from 'vitest';
import { finder } from '#site/find.ts';
import type { SearchIndex } from '#site/search-index.ts';

const page = (path: string, title: string, description = '', headings: string[] = []) => ({
  path,
  title,
  description,
  headings,
});
const index: SearchIndex = {
  pages: [
    page('/iop/', 'What is an IOP?', 'Treatment on a few days a week.', ['How many hours does it take?']),
    page('/cost/', 'Cost and insurance', 'What treatment costs and who pays.', ['What if my plan says no?']),
    page('/stay/', 'Inpatient and residential treatment', 'Care day and night.', ['What does it cost?']),
    page('/job/', 'Working during treatment', 'Plan hours around shifts.', ['Can I miss a day?']),
  ],
  synonyms: [
    { words: ['rehab', '28 days'], leadsTo: [2, 0] },
    { words: ['day program', 'php'], leadsTo: [0] },
    { words: ['kicked out'], leadsTo: [3] },
  ],
  passedOver: ['how', 'do', 'i', 'my', 'the', 'out'],
};
const find = finder(index);
const paths = (query: string) => find(query).pages.map(({ path }) => path);

test('a title counts more than a heading, and a heading more than a description', () => {
  expect(paths('cost')).toEqual(['/cost/', '/stay/']);
  expect(paths('hours')).toEqual(['/iop/', '/job/']);
});

test("a reader's own word leads where its entry says, in that order, before any page that has the word", () => {
  expect(paths('rehab')).toEqual(['/stay/', '/iop/']);
  expect(paths('REHÁB')).toEqual(['/stay/', '/iop/']);
  expect(paths('php')).toEqual(['/iop/']);
});

test('a phrase counts only as a whole and in its order', () => {
  expect(paths('day program')[0]).toBe('/iop/');
  expect(paths('28 days')[0]).toBe('/stay/');
  expect(paths('program')).toEqual([]);
});

test('a phrase may hold a word that is passed over alone', () => {
  expect(paths('i got kicked out')).toEqual(['/job/']);
  expect(paths('out')).toEqual([]);
});

test('a query of nothing but small words still finds the pages that have them', () => {
  expect(paths('my')).toEqual(['/cost/']);
});

test('a page with every word comes before one with some, and a word that no page has spoils nothing', () => {
  expect(paths('rehab cost')[0]).toBe('/stay/');
  expect(paths('rehab cost')).toContain('/cost/');
  expect(paths('insurance shifts')).toEqual(['/cost/', '/job/']);
  expect(paths('insurance kangaroo')).toEqual(['/cost/']);
});

test('a page that tells next to nothing beside the best one is left out', () => {
  expect(paths('rehab days')).not.toContain('/job/');
  expect(paths('shifts')).toEqual(['/job/']);
});

test('a small word is no beginning of another', () => {
  const small = finder({ pages: [page('/can/', 'Cannabis')], synonyms: [], passedOver: ['can'] });
  expect(small('cann').pages).toHaveLength(1);
  expect(small('can').pages).toEqual([]);
});

test('results come while a word is being typed, and with one slip in it', () => {
  expect(paths('insur')).toEqual(['/cost/']);
  expect(paths('reha')[0]).toBe('/stay/');
  expect(paths('insurnace')).toEqual(['/cost/']);
  expect(paths('rehba')).toEqual(['/stay/', '/iop/']);
});

test('a word that few pages have decides between two', () => {
  const many = finder({
    pages: [page('/a/', 'Treatment'), page('/b/', 'Treatment', 'shifts'), page('/c/', 'Treatment')],
    synonyms: [],
    passedOver: [],
  });
  expect(many('treatment shifts').pages[0]?.path).toBe('/b/');
});

test('nothing is found for nothing, and for what no page has', () => {
  expect(find('   ')).toEqual({ pages: [], telling: [] });
  expect(paths('kangaroo')).toEqual([]);
});

test('the telling words go on to the full text, spelled right', () => {
  expect(find('How do I keep my insurnace?').telling).toEqual(['keep', 'insurance']);
});

test('a list of results has an end', () => {
  const long = finder({
    pages: Array.from({ length: 30 }, (_, n) => page(`/${n}/`, 'Work')),
    synonyms: [],
    passedOver: [],
  });
  expect(long('work').pages.length).toBeLessThan(10);
});
