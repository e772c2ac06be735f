import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '#i18n/locale.ts';
import { topics } from '#requests/fields.ts';
import { replyClass } from '#requests/reply.ts';
import { segmentsOf } from '#requests/segments.ts';
import { textAnswer, textMessage } from '#requests/text-message.ts';
import { manifestOf, texts } from './fixtures.ts';

const { brand, lines } = manifestOf().texting;
const sender = { brand, origin: 'https://help.gov' };
const words = { en: texts.en.textMessages, es: texts.es.textMessages };
const answers = { brand, lines, phone: '217-555-0199', words };

/** Everything that a phone can get from us, in both languages. */
const everyText = locales.flatMap((locale) => [
  ...(['text-info', 'meeting'] as const).map((kind) => ({
    what: `confirmation of ${kind}`,
    locale,
    says: textMessage('text.confirm', { kind, reference: 'ACDE3467' }, words[locale], sender),
  })),
  ...topics.map((topic) => ({
    what: `information about ${topic}`,
    locale,
    says: textMessage('text.info', { kind: 'text-info', reference: 'ACDE3467', topic }, words[locale], sender),
  })),
  {
    what: 'text beside a call',
    locale,
    says: textMessage('text.info', { kind: 'short-call', reference: 'ACDE3467' }, words[locale], sender),
  },
  { what: 'answer to STOP', locale, says: textAnswer('stopped', locale, answers) },
  { what: 'answer to HELP', locale, says: textAnswer('help', locale, answers) },
]);

test.each(everyText)(
  '$what in $locale names the sender, needs no letter beyond GSM-7 and two pieces at most',
  ({ says }) => {
    expect(says.startsWith(`${brand}: `)).toBe(true);
    expect(says).not.toMatch(/[{}]/);
    expect(segmentsOf(says).alphabet, says).toBe('GSM-7');
    expect(segmentsOf(says).count, says).toBeLessThanOrEqual(2);
  },
);

const unasked = everyText.filter(({ what }) => !what.startsWith('answer'));
test.each(unasked)('$what in $locale says how to end it and how to get help', ({ says }) => {
  expect(says).toMatch(/\bSTOP\b/);
  expect(says).toMatch(/\bHELP\b/);
});

const health =
  /drug|alcohol|drink|rehab|recover|treat|addict|sober|detox|substance|therap|clinic|droga|bebida|rehabilit|recupera|tratamiento|adicci|sobri|sustancia|terapia/i;
const seenByOthers = everyText.filter(({ what }) => /confirmation|beside|STOP/.test(what));
test.each(seenByOthers)('$what in $locale has no word about health', ({ says }) => {
  expect(says).not.toMatch(health);
});

test('the check on words about health can fail', () => {
  expect('Reply YES for rehab near you').toMatch(health);
});

test('what the confirmations ask for counts as a yes, a stop and a call for help', () => {
  expect(['YES', 'SI'].map(replyClass)).toEqual(['yes', 'yes']);
  expect(replyClass('STOP')).toBe('stop');
  expect(replyClass('HELP')).toBe('help');
  for (const { locale, says } of seenByOthers.filter(({ what }) => /confirmation/.test(what))) {
    expect(says).toMatch(locale === 'en' ? /Reply YES .*rates may apply/ : /Responda SI .*tarifas/);
  }
});

test('HELP names the operator, 911, 988 and the national line', () => {
  for (const locale of locales) {
    const says = textAnswer('help', locale, answers);
    for (const number of ['217-555-0199', '911', '988', '1-800-662-4357', 'STOP']) expect(says).toContain(number);
  }
});

test('the page that a text leads to exists', () => {
  for (const locale of locales) {
    for (const { path } of Object.values(words[locale].topics)) {
      const slug = path.split('/').at(-2) ?? '';
      const files =
        locale === 'en'
          ? existsSync(`content/guides/en/${slug}.mdx`)
          : ['what-is-iop', 'cost-and-insurance', 'working-during-iop', 'first-week-in-iop'].some((name) =>
              readFileSync(`content/guides/es/${name}.mdx`, 'utf8').includes(`\nslug: ${slug}\n`),
            );
      expect(files, path).toBe(true);
    }
  }
});

test.each([
  { text: 'a'.repeat(160), alphabet: 'GSM-7', count: 1 },
  { text: 'a'.repeat(161), alphabet: 'GSM-7', count: 2 },
  { text: 'a'.repeat(306), alphabet: 'GSM-7', count: 2 },
  { text: 'a'.repeat(307), alphabet: 'GSM-7', count: 3 },
  { text: '€'.repeat(80), alphabet: 'GSM-7', count: 1 },
  { text: '€'.repeat(81), alphabet: 'GSM-7', count: 2 },
  { text: 'ñé¿¡ü', alphabet: 'GSM-7', count: 1 },
  { text: 'í'.repeat(70), alphabet: 'UCS-2', count: 1 },
  { text: 'í'.repeat(71), alphabet: 'UCS-2', count: 2 },
  { text: '👍'.repeat(36), alphabet: 'UCS-2', count: 2 },
] as const)('$count pieces of $alphabet', ({ text, alphabet, count }) => {
  expect(segmentsOf(text)).toEqual({ alphabet, count });
});
