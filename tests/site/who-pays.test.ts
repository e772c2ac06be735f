import { expect, test } from 'vitest';
import { whoPays, whoRuns } from '#site/who-pays.ts';

const words = {
  nobody: 'No organization runs this copy.',
  operator: { 'licensed-program': '{legalName} treats people.', 'information-service': '{legalName} informs.' },
  payers: 'Paid by: {payers}.',
  noPayers: 'Nobody pays.',
  noAds: 'No ads.',
};
const operator = {
  isSample: false,
  legalName: 'County Help',
  whatWeAre: 'information-service',
  paidForReferrals: false,
} as const;
const program = { ...operator, whatWeAre: 'licensed-program', paidForReferrals: ['Clinic A', 'Clinic B'] } as const;

test('a guide says who runs it and who has money in it', () => {
  expect(whoPays(undefined, words)).toBe('No organization runs this copy. Nobody pays. No ads.');
  expect(whoPays(operator, words)).toBe('County Help informs. Nobody pays. No ads.');
  expect(whoPays({ ...program, paidForReferrals: [...program.paidForReferrals] }, words)).toBe(
    'County Help treats people. Paid by: Clinic A, Clinic B. No ads.',
  );
});

test('an operator is named only where it is real and really runs the site', () => {
  expect(whoRuns(operator, 'production')).toBe(operator);
  for (const mode of ['demo', 'rehearsal'] as const) expect(whoRuns(operator, mode)).toBeUndefined();
  expect(whoRuns({ ...operator, isSample: true }, 'production')).toBeUndefined();
});
