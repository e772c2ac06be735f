import { expect, test } from 'vitest';
import { news } from '#guides/news.ts';

const guide = (datePublished: string, lastReviewed: string | null = null) => ({ datePublished, lastReviewed });

test('a feed opens with what happened last: a new guide, or one that was compared with its sources again', () => {
  const [old, young, checked] = [guide('2026-11-23'), guide('2027-02-01'), guide('2026-11-23', '2027-03-01')];
  expect(news([old, young, checked])).toEqual([
    { guide: checked, day: '2027-03-01', isNew: false },
    { guide: young, day: '2027-02-01', isNew: true },
    { guide: old, day: '2026-11-23', isNew: true },
  ]);
});

test('a guide that was compared with its sources before it went online is new, once', () => {
  expect(
    news([guide('2026-11-23', '2026-11-20'), guide('2026-11-23', '2026-11-23')]).map(({ isNew }) => isNew),
  ).toEqual([true, true]);
});

test('a feed does not grow without end', () => {
  expect(news(Array.from({ length: 60 }, () => guide('2026-11-23')))).toHaveLength(50);
});
