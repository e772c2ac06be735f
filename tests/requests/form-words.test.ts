import { expect, test } from 'vitest';
import { fieldWords, formWords, offersTextsToo, shownFields } from '#requests/form-words.ts';
import { forms } from '#requests/forms.ts';
import { kinds } from '#requests/kind.ts';
import { texts } from './fixtures.ts';

test.each(kinds)(
  'the page of a %s shows fields that its form takes, in the order in which mistakes are told',
  (kind) => {
    const taken = Object.keys(forms[kind].shape);
    const places = shownFields[kind].map((name) => taken.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  },
);

test.each(kinds)('the page of a %s shows every field that its form cannot do without', (kind) => {
  const needed = Object.entries(forms[kind].shape)
    .filter(([, field]) => !field.safeParse(undefined).success)
    .map(([name]) => name);
  const shown: string[] = [...shownFields[kind], 'textConsent', 'kind', 'locale', 'disclosureVersion'];
  expect(needed.filter((name) => !shown.includes(name))).toEqual([]);
});

test('only a page whose form takes the tick for texts has a box for it', () => {
  expect(kinds.filter(offersTextsToo)).toEqual(['meeting', 'short-call']);
  for (const kind of kinds.filter(offersTextsToo)) expect(Object.keys(forms[kind].shape)).toContain('textConsent');
});

test('a form says in its own way what it asks in its own way, and shares the rest', () => {
  for (const words of [texts.en, texts.es]) {
    expect(fieldWords('text-info', words).phone.label).toBe(words.forms['text-info'].fields.phone?.label);
    expect(fieldWords('short-call', words).phone).toEqual(words.callback.phone);
    expect(fieldWords('callback', words).name).toEqual(words.callback.name);
    expect(fieldWords('meeting', words).topic.options).toEqual(words.callback.topic.options);
    expect(formWords('meeting', words).heading).toBe(words.forms.meeting.heading);
  }
});

/** What may be said of a field that the form for texts has. */
const saidOnTextForm = (messages: Readonly<Record<string, string>>) =>
  Object.entries(messages).filter(([code]) => ['phone', 'topic'].includes(code.split('.')[0] ?? ''));

test('a form that only sends texts speaks of no call, and leaves open nothing that it must know', () => {
  for (const { fieldMessages } of [texts.en, texts.es]) {
    for (const [code, message] of saidOnTextForm(fieldMessages)) {
      expect(message, code).not.toMatch(/\bcall\b|\bllam/i);
      expect(message, code).not.toMatch(/leave it open|d[ée]jelo abierto/i);
    }
  }
});
