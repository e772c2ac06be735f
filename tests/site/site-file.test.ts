import { expect, test } from 'vitest';
import { readSiteFile } from '#site/build/site-file.ts';

const { operator, helplines } = readSiteFile();

test('the operator that comes with the project says that it is a sample and has a fictional number', () => {
  expect(operator.isSample).toBe(true);
  expect(operator.phone).toMatch(/555-01\d\d$/);
});

test('every public line carries the day it was checked', () => {
  for (const line of Object.values(helplines)) expect(line.checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('a line is dialled as it is read', () => {
  for (const { number, dial } of Object.values(helplines)) {
    expect(dial.replace(/^\+/, '')).toBe(number.replaceAll('-', ''));
  }
});
