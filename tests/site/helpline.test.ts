import { expect, test } from 'vitest';
import { readSiteFile } from '#site/build/site-file.ts';
import { textHref } from '#site/helpline.ts';

const { helplines } = readSiteFile();

test('a text to a line that wants a word opens with it, in the language of the reader', () => {
  expect(textHref(helplines.violence, 'en')).toBe('sms:88788?&body=START');
  expect(textHref(helplines.violence, 'es')).toBe('sms:88788?&body=START');
  expect(textHref(helplines.crisis, 'es')).toBe('sms:988?&body=AYUDA');
  expect(textHref(helplines.crisis, 'en')).toBe('sms:988');
  expect(textHref(helplines.poison, 'en')).toBeUndefined();
});

test('every line whose words name one to send opens with it', () => {
  for (const line of Object.values(helplines)) {
    const [, word] = /(?:text|envíe(?: la palabra)?) ([A-Z]{4,})/.exec(line.also?.es ?? '') ?? [];
    expect(line.textWith?.es, line.name.en).toBe(word);
  }
});
