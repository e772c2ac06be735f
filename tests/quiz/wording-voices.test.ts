import { expect, test } from 'vitest';
import { locales } from '#i18n/locale.ts';
import { optionsFor } from '#quiz/option-order.ts';
import { type Question, questions, voices } from '#quiz/questions.ts';
import { wordingSchema } from '#quiz/wording.ts';
import { flatten, isFacts, wordsFile } from './words.ts';

/** What speaks of the person whom the quiz is about. The rest speaks to the reader, whoever that is. */
const aboutThePerson =
  /^(questions|outcomes|andThen|checkIn|housingInstead|medical|care|because|flags|how)\.|^emergency\.(flags|meanwhile)\.|^result\.(ask|notAsked)\./;

const heard = (locale: (typeof locales)[number], voice: (typeof voices)[number]) =>
  [...flatten(wordsFile(locale), voice)].filter(([place]) => !isFacts(place));
const ofThePerson = (locale: (typeof locales)[number]) =>
  heard(locale, 'loved').filter(([place]) => aboutThePerson.test(place));

test.each(locales)('in every voice every question, option and answer is said in words (%s)', (locale) => {
  for (const voice of voices) {
    const texts = new Map(heard(locale, voice));
    for (const { id, options } of questions as readonly Question[]) {
      const { said } = wordingSchema.parse(wordsFile(locale)).questions[id as 'home'];
      const places = ['name', 'ask', 'why', ...options.map((option) => `options.${option}`)];
      for (const place of [...places, ...Object.keys(said ?? {}).map((option) => `said.${option}`)])
        expect(texts.get(`questions.${id}.${place}`), `${voice} ${id} ${place}`).toMatch(/\p{L}|\d/u);
    }
  }
});

/** In what a relative reads, "you" is the relative: who answers, calls, worries or helps. */
const relative =
  /as far as you know|how sure are you|you (were not sure|did not (name|tell)|may not know|ticked|worry|call|can(not)?( call| buy| tell)?\b)|(tells?|do) you|your answers|you do not have to carry|them or you\b/gi;

test('a relative never reads "you" about the person they love', () => {
  const found = ofThePerson('en').filter(([, text]) => /\byou(r|rs|rself)?\b/i.test(text.replace(relative, '')));
  expect(found).toEqual([]);
});

test.each([
  ['you use', 'you use alcohol'],
  ['your home', 'your home is safe'],
  ['yourself', 'about to hurt yourself'],
])('"%s" would be found', (_, text) => {
  expect(text.replace(relative, '')).toMatch(/\byou(r|rs|rself)?\b/i);
});

test('a relative never answers in the first person for the person they love', () => {
  const ofOptions = (locale: 'en' | 'es') =>
    ofThePerson(locale).filter(([place]) => /\.options\.(?!unknown$)/.test(place));
  expect(
    ofOptions('en').filter(([, text]) => /\b(I|me|my|mine)\b/.test(text.replace(/I think they|that I know of/, ''))),
  ).toEqual([]);
  const first =
    /\b(me|mis?|conmigo|dejé|pasé|sentí|necesité|tuve|intenté|seguí|volví|pude|puedo|consumí|vivo|tengo|trabajo de|manejo|cuido|veo|oigo|siento|corro|prefiero)\b/i;
  expect(ofOptions('es').filter(([, text]) => first.test(text))).toEqual([]);
});

test('in Spanish a relative reads "usted" only about what they themselves do', () => {
  const found = ofThePerson('es').filter(([, text]) =>
    /\busted(es)?\b/i.test(text.replace(/que usted sepa|quizá usted no lo sepa|usted marcó|a usted/gi, '')),
  );
  expect(found).toEqual([]);
});

test('a relative is asked "as far as you know" where they cannot see for themselves', () => {
  const asks = new Map(heard('en', 'loved'));
  for (const id of ['selfharm', 'substances', 'withdrawal', 'health', 'mental', 'signs', 'tried', 'overdose', 'home'])
    expect(asks.get(`questions.${id}.ask`), id).toMatch(/as far as you know/i);
  expect(asks.get('questions.now.options.none')).toBe('Not that I know of');
});

test('"not sure" stands first where a relative may not know, and last where it would be an alarm', () => {
  for (const { id, options } of questions as readonly Question[]) {
    const shown = optionsFor({ id, options }, 'loved');
    expect(shown.indexOf('unknown'), id).toBe(['now', 'age', 'practical'].includes(id) ? options.length - 1 : 0);
  }
});

test('who fits treatment around work finds what is about work first', () => {
  expect(optionsFor(questions[14], 'work').slice(0, 6)).toEqual([
    'works-days',
    'works-nights',
    'rotating-shifts',
    'safety-sensitive',
    'worried-about-job',
    'childcare',
  ]);
});

test('in any voice a question offers the same options', () => {
  for (const question of questions as readonly Question[])
    for (const voice of voices)
      expect([...optionsFor(question, voice)].sort(), question.id).toEqual([...question.options].sort());
});

test('the work voice differs only where work makes a difference', () => {
  const self = new Map(heard('en', 'self'));
  const differs = heard('en', 'work').filter(([place, text]) => self.get(place) !== text);
  expect(differs.map(([place]) => place)).toEqual([
    'questions.pattern.hint',
    'questions.signs.options.duties',
    'questions.overdose.options.risky',
    'questions.between.ask',
    'plan.weekHint',
    'summary.about',
    'result.ask.0.question',
  ]);
});
