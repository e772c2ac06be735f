import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { parse } from 'yaml';
import { addresses } from '#i18n/paths.ts';
import { careCards } from '#quiz/care-cards.ts';
import { evaluate } from '#quiz/evaluate.ts';
import { medicalReasons } from '#quiz/explain.ts';
import { saidElsewhere } from '#quiz/guide-behind.ts';
import { hear } from '#quiz/heard.ts';
import { redFlags } from '#quiz/judge.ts';
import { questions } from '#quiz/questions.ts';
import type { Flag } from '#quiz/result.ts';
import type { Wording } from '#quiz/wording.ts';
import { arrangements, noteIds } from '#quiz/worksheet-rules.ts';
import { answersOf, randomTicks, type Ticks, vignetteTicks } from '../quiz/ticks.ts';
import { expect, test } from './fixtures.ts';
import { watch } from './watch.ts';

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
      const known = new Map<Element | null, boolean>([[form.parentElement, true]]);
      const isThere = (element: Element | null): boolean => {
        const found =
          known.get(element) ??
          (getComputedStyle(element as Element).display !== 'none' && isThere((element as Element).parentElement));
        known.set(element, found);
        return found;
      };
      return [...new Set(parts.filter(isThere).map(({ dataset }) => dataset['part'] as string))].sort();
    });
  }, sets);

/** The parts that the engine asks for, each by its own function. */
function expectedParts(ticks: Ticks): string[] {
  const answers = answersOf(ticks);
  const heard = hear(answers);
  const [alarm] = redFlags(hear({ now: 'none', ...answers }));
  if (alarm) return [alarm];
  if (questions.some(({ id, scored }) => scored && !ticks[id]?.length)) return ['by-hand', 'waiting'];
  const result = evaluate(answers);
  const { headline, then, flags, confidence } = result;
  const setting = then ?? headline;
  const isCheckIn = heard.signs < 2 && !heard.unknown.has('signs');
  const inOwnPart = (flag: Flag) => saidElsewhere[flag] === heard.voice;
  const notes = flags.filter((flag) => (noteIds as readonly Flag[]).includes(flag) && !inOwnPart(flag));
  const how = arrangements.filter((option) => ticks['practical']?.includes(option));
  const reasons = medicalReasons(answers, result);
  const parts = [
    'answer',
    setting,
    ...(setting === 'outpatient' ? [isCheckIn ? 'check-in' : 'weekly'] : []),
    ...(then ? ['medical-first', 'then'] : ['headline']),
    ...reasons.filter((reason) => reason !== 'WD' || !reasons.includes('WD-24H')),
    ...careCards(answers, result),
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
    test.slow();
    const page = await withoutScript(browser, server.origin, addresses.check[locale]);
    const sets = [...vignetteTicks(), ...randomTicks(count, 7)];
    const headlines = new Set(sets.map((ticks) => evaluate(answersOf(ticks)).headline));
    expect(headlines.size).toBe(7);
    expect((await differences(page, sets)).slice(0, 3)).toEqual([]);
    await page.context().close();
  });
}

/** Ticks like a reader: box by box. */
async function tick(page: Page, ticks: Ticks): Promise<void> {
  for (const [name, values] of Object.entries(ticks))
    for (const value of values) await page.locator(`#paper-${name}-${value}`).check();
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

const drinksDaily = vignetteTicks()[3] as Ticks;

test('a reader without script ticks the boxes, sees what comes first and after, and changes an answer', async ({
  browser,
  server,
}) => {
  const page = await withoutScript(browser, server.origin);
  const answer = page.getByRole('region', { name: words.worksheet.answer.heading });
  const heading = (name: string) => answer.getByRole('heading', { name, exact: true });
  const waiting = page.locator('[data-part="waiting"]', { hasText: words.worksheet.answer.open });
  await expect(waiting).toBeVisible();
  await tick(page, drinksDaily);
  await expect(waiting).toBeHidden();
  await expect(heading(words.outcomes['medical-first'].heading)).toBeVisible();
  await expect(heading('And then: an intensive outpatient program (IOP)')).toBeVisible();
  await expect(heading(words.outcomes.iop.heading)).toBeHidden();
  await expect(answer.getByRole('link', { name: words.result.findTreatment.label })).toBeVisible();
  await tick(page, { withdrawal: ['none'], pattern: ['few-days'], signs: ['tolerance'] });
  await expect(heading(words.outcomes.iop.heading)).toBeVisible();
  await expect(heading(words.outcomes['medical-first'].heading)).toBeHidden();
  await tick(page, { selfharm: ['plan'] });
  await expect(answer).toBeHidden();
  await expect(page.getByRole('alert')).toContainText(words.emergency.flags['E-988'].heading);
  await expect(page.locator('[data-question]:visible')).toHaveCount(2);
  await expect(page.locator('.worksheet a:visible[href^="/"], .worksheet a:visible[href^="http"]')).toHaveCount(0);
  await page.context().close();
});

test('whoever asks for someone else is spoken to about them, in the same order of questions', async ({
  browser,
  server,
}) => {
  const page = await withoutScript(browser, server.origin);
  const first = page.locator('[data-question="now"]');
  const shift = page.getByRole('group', { name: 'around your shifts' });
  await expect(first).toContainText('Is any of this happening right now?', { useInnerText: true });
  await tick(page, { voice: ['loved'] });
  await expect(first.getByRole('group')).toHaveAccessibleName('Is any of this happening to them right now?');
  await expect(first.getByRole('radio', { name: 'Not that I know of' })).toBeVisible();
  await expect(first.getByRole('radio', { name: 'None of these' })).toHaveCount(0);
  await expect(shift).toHaveCount(0);
  await tick(page, { voice: ['work'] });
  await expect(first.getByRole('radio', { name: 'None of these' })).toBeVisible();
  await expect(shift).toBeVisible();
  const order = await page.locator('[data-question]').evaluateAll((all) => all.map((one) => one.dataset['question']));
  expect(order).toEqual(questions.map(({ id }) => id));
  await page.context().close();
});

test('Enter on any control of the worksheet sends nothing and goes nowhere', async ({ page, browser, server }) => {
  for (const reader of [await withoutScript(browser, server.origin), page]) {
    const seen = await watch(reader, server.origin);
    if (reader === page) {
      await page.goto(addresses.check.en, { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: words.worksheet.unfold }).click();
    }
    const before = seen.requests.length;
    let navigations = 0;
    reader.on('framenavigated', () => navigations++);
    const boxes = reader.locator('#worksheet-form input');
    const count = await boxes.count();
    expect(count).toBeGreaterThan(80);
    for (let place = 0; place < count; place++) {
      await boxes.nth(place).focus();
      await reader.keyboard.press('Enter');
    }
    expect(await reader.locator('#worksheet-form [type=submit], #worksheet-form button').count()).toBe(0);
    expect(seen.requests.slice(before)).toEqual([]);
    expect(navigations).toBe(0);
    expect(reader.url()).toBe(`${server.origin}${addresses.check.en}`);
  }
});

test('a browser that cannot answer by styles shows how to read by hand, and neither an answer nor a wait for one', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin, bypassCSP: true });
  const page = await context.newPage();
  await page.route(`**${addresses.check.en}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(':has(', ':no-such-thing(') });
  });
  await page.goto(addresses.check.en);
  const { voice: _, ...answers } = drinksDaily;
  await tick(page, answers);
  expect(await partsFor(page, [drinksDaily])).toEqual([['by-hand']]);
  await expect(page.getByRole('heading', { name: words.worksheet.readHeading })).toBeVisible();
  await expect(page.locator('#worksheet-form').getByText(words.start.voice.ask)).toBeHidden();
  await expect(page.locator('[data-question="now"] legend')).toHaveText('Is any of this happening right now?', {
    useInnerText: true,
  });
  await context.close();
});

test('the answered worksheet and its emergency are for everyone, and fit 320 pixels and paper', async ({
  browser,
  server,
}) => {
  // Axe reads a long page nine times.
  test.slow();
  const { default: AxeBuilder } = await import('@axe-core/playwright');
  // Axe is a script of its own. The script of the page stays away.
  const context = await browser.newContext({ baseURL: server.origin, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.route(`**${addresses.check.en}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(id="quiz-words">[^<]*<\/script>)\s*<script>.*?<\/script>/s, '$1');
    expect(body.includes('.pushState('), 'the script of the quiz is in the page').toBe(false);
    await route.fulfill({ response, body });
  });
  await page.goto(addresses.check.en);
  await page.getByRole('button', { name: words.worksheet.unfold }).click();
  await expect(page.getByRole('heading', { name: words.worksheet.heading })).toBeFocused();
  const check = async () => {
    for (const scheme of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...scheme });
      const { violations } = await new AxeBuilder({ page }).include('.worksheet').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  };
  await check();
  await tick(page, {
    ...drinksDaily,
    voice: ['work'],
    age: ['unknown'],
    selfharm: ['unknown'],
    practical: ['childcare'],
  });
  await check();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: words.worksheet.answer.heading })).toBeVisible();
  await expect(page.locator('#worksheet-form').getByText(words.start.voice.ask)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await tick(page, { now: ['danger'] });
  await check();
  await context.close();
});
