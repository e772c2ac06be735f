import { expect, test } from 'vitest';
import { figuresTypedInto } from '#guides/figures.ts';

const figures = (text: string) => figuresTypedInto(text).map(({ figure }) => figure);

test.each([
  'Call 911, or call or text 988.',
  'SAMHSA: 1-800-662-4357. In Spanish, press 2.',
  'Llame al 988 y oprima 2.',
  'Checked on November 22, 2026.',
  'Revisado el 22 de noviembre de 2026.',
  'Ask these 5 questions.',
  'Estas son 5 preguntas.',
  'A 12-step group is free. Un grupo de 12 pasos es gratis.',
  'The law is 42 CFR Part 2, and Form WH-380 is for leave. La regla es 42 CFR Parte 2.',
  'If you are under 18, ask first. Si tiene menos de 18 años, o es menor de 18, pregunte.',
  'It takes {fact:iop-hours-adult} over {fact:nida-90-days}.',
  'There are three ways. Ask two or three programs. One day at a time. Someone day and night.',
  'You can say: "I need to leave early on three days a week." How does the plan look for the next two weeks?',
  'Hay tres maneras. Pregunte en dos o tres programas. Un día a la vez. Una semana normal.',
])('no source has to prove a name or a phone line: %s', (text) => expect(figures(text)).toEqual([]));

test.each([
  ['It takes 9 to 19 hours.', ['9', '19']],
  ['It takes 9–19 hours.', ['9', '19']],
  ['About 46% of facilities.', ['46%']],
  ['It costs $1,500 in 2026.', ['$1,500', '2026']],
  ['In 24-hour care.', ['24']],
  ['Take 0.4 mg.', ['0.4']],
  ['It takes twelve weeks.', ['twelve weeks']],
  ['Plan a three-month stay of two to four hours.', ['three-month', 'two to four hours']],
  ['Dura doce semanas, de tres a seis meses.', ['doce semanas', 'tres a seis meses']],
  ['It helps one in five people; nine out of ten stay.', ['one in five', 'nine out of ten']],
  ['Ayuda a dos de cada tres.', ['dos de cada tres']],
  ['Over three\nmonths.', ['three months']],
])('a claim with a figure is found: %s', (text, expected) => expect(figures(text)).toEqual(expected));

test('a figure knows how many lines down it stands', () => {
  expect(figuresTypedInto('Call 911.\nIt takes\n9 hours.')).toEqual([{ figure: '9', linesDown: 2 }]);
});
