import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { parse } from 'yaml';
import { addresses } from '#i18n/paths.ts';
import { careCards } from '#quiz/care-cards.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { medicalReasons } from '#quiz/explain.ts';
import { hear } from '#quiz/heard.ts';
import { redFlags } from '#quiz/judge.ts';
import { questions } from '#quiz/questions.ts';
import { reading } from '#quiz/read-aloud.ts';
import type { Wording } from '#quiz/wording.ts';
import { arrangements } from '#quiz/worksheet-rules.ts';
import { expect, test } from './fixtures.ts';
import { answersOf, randomTicks, type Ticks, vignetteTicks } from './ticks.ts';

const words = parse(readFileSync('content/quiz/en.yaml', 'utf8')) as Wording;

/** The page as someone sees it whose browser runs no script. */
async function withoutScript(browser: Browser, origin: string, address: string = addresses.check.en): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Ticks each set in turn and notes which parts of the answer are there for the reader. */
const partsFor = (page: Page, sets: readonly Ticks[]): Promise<string[][]> =>
  page.evaluate((all) => {
    const form = document.querySelector('#worksheet-form') as HTMLFormElement;
    const boxes = [...form.querySelectorAll('input')];
    const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
    return all.map((ticks) => {
      for (const box of boxes) box.checked = ticks[box.name]?.includes(box.value) ?? false;
      const isThere = (element: Element | null): boolean =>
        !element || (getComputedStyle(element).display !== 'none' && isThere(element.parentElement));
      return [...new Set(parts.filter(isThere).map(({ dataset }) => dataset['part'] as string))].sort();
    });
  }, sets);

/** The parts that the engine asks for, each by its own function. */
function expectedParts(ticks: Ticks): string[] {
  const answers = answersOf(ticks);
  const heard = hear(answers);
  const [alarm] = redFlags(hear({ now: 'none', ...answers }));
  if (alarm) return [alarm];
  if (questions.some(({ id, scored }) => scored && !ticks[id]?.length)) return ['waiting'];
  const result = evaluate(answers);
  const { headline, then, flags, confidence } = result;
  const setting = then ?? headline;
  const isCheckIn = heard.signs < 2 && !heard.unknown.has('signs');
  const cards = careCards(answers, result, words.care, reading('self')).map(({ heading, text }) => {
    if (heading === words.care.first.heading) return text ? ['danger', 'quit-recently'] : ['danger'];
    return heading === words.care.selfharm.heading ? ['selfharm'] : ['soon'];
  });
  const notes = flags.filter((flag) => flag !== 'LOW-CONFIDENCE' && flag !== 'CONSIDER-MORE');
  const how = arrangements.filter((option) => ticks['practical']?.includes(option));
  const reasons = medicalReasons(answers, result);
  const parts = [
    'answer',
    setting,
    ...(setting === 'outpatient' ? [isCheckIn ? 'check-in' : 'weekly'] : []),
    ...(then ? ['medical-first', 'then'] : ['headline']),
    ...reasons.filter((reason) => reason !== 'WD' || !reasons.includes('WD-24H')),
    ...cards.flat(),
    ...(notes.length > 0 ? ['notes', ...notes] : []),
    ...(how.length > 0 ? ['how', ...how] : []),
    confidence === 'cannot-tell' ? 'cannot-tell' : 'starting-point',
    ...(confidence === 'rough' ? ['rough'] : []),
  ];
  return [...new Set(parts)].sort();
}

/** Whatever the page and the engine do not say alike, with the ticks that show it. */
async function differences(page: Page, sets: readonly Ticks[]) {
  const shown = await partsFor(page, sets);
  return sets
    .map((ticks, place) => ({ ticks, shown: shown[place], expected: expectedParts(ticks) }))
    .filter(({ shown, expected }) => shown?.join() !== expected.join());
}

for (const [locale, count] of [
  ['en', 3000],
  ['es', 300],
] as const) {
  test(`without script the ${locale} worksheet answers as the engine does, for every story and ${count} random ones`, async ({
    browser,
    server,
  }) => {
    const page = await withoutScript(browser, server.origin, addresses.check[locale]);
    const sets = [...vignetteTicks(), ...randomTicks(count, 7)];
    const headlines = new Set(sets.map((ticks) => evaluate(answersOf(ticks)).headline));
    expect(headlines.size).toBe(7);
    expect((await differences(page, sets)).slice(0, 3)).toEqual([]);
    await page.context().close();
  });
}

test('with one question blank the worksheet waits, but an emergency never does', async ({ browser, server }) => {
  const page = await withoutScript(browser, server.origin);
  const sets = randomTicks(40, 11).flatMap((ticks) =>
    questions.filter(({ scored }) => scored).map(({ id }) => ({ ...ticks, [id]: [] })),
  );
  const alone = [{ now: ['danger'] }, { now: ['unknown'] }, { selfharm: ['plan'] }, {}];
  expect((await differences(page, [...sets, ...alone])).slice(0, 3)).toEqual([]);
  await page.context().close();
});
