import { expect, test } from 'vitest';
import { bySubject, subjectOf, subjects } from '#guides/subjects.ts';

test('a guide has one subject', () => {
  const keys = Object.values(subjects).flat();
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  expect(subjectOf('levels-of-care')).toBe('kinds');
  expect(subjectOf('levels')).toBeUndefined();
});

test('guides stand under their subject in order of reading, and no subject is empty', () => {
  const guides = [
    { translationKey: 'levels-of-care' },
    { translationKey: 'what-is-iop' },
    { translationKey: 'after-iop' },
  ];
  expect(bySubject(guides)).toEqual([
    { subject: 'kinds', guides: [guides[1], guides[0]] },
    { subject: 'inside', guides: [guides[2]] },
  ]);
});
