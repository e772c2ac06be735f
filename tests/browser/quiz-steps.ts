import type { Page } from '@playwright/test';

/** Option ids by question. */
export type Story = Readonly<Record<string, string | readonly string[]>>;

/** Everything at its lowest, alcohol on few days. */
export const calm: Story = {
  now: 'none',
  selfharm: 'none',
  age: '18to64',
  pregnancy: 'no',
  substances: ['alcohol'],
  pattern: 'few-days',
  withdrawal: 'none',
  health: 'ok',
  mental: 'ok',
  signs: ['none'],
  tried: 'none',
  overdose: 'no',
  home: 'supportive',
  between: 'likely',
  practical: ['none'],
};

/** Answers the question on the screen. */
export async function answerNext(page: Page, story: Story): Promise<void> {
  const boxes = page.locator('#quiz-screen input');
  const id = (await boxes.first().getAttribute('name')) ?? '';
  for (const option of [story[id] ?? []].flat()) await page.locator(`#step-${id}-${option}`).check();
  await page.locator('#quiz-screen [type=submit]').click();
}

/** Answers all questions; ends at the list of answers. */
export async function answerAll(page: Page, story: Story): Promise<void> {
  for (let question = 1; question <= 15; question++) await answerNext(page, story);
}

/** From the start to the result, in a voice if one is wanted. */
export async function showResult(page: Page, story: Story, voice?: 'self' | 'loved' | 'work'): Promise<void> {
  await page.goto('/check-your-options/');
  if (voice) await page.locator(`#start-voice-${voice}`).check();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await answerAll(page, story);
  await page.getByRole('button', { name: 'See my options' }).click();
}

/** The same at once, from ticks on the worksheet. Ends where `presses` of Continue lead. */
export async function jump(page: Page, story: Story, { voice = 'self', presses = 15 } = {}): Promise<void> {
  await page.goto('/check-your-options/');
  await page.locator('[data-start][data-ready]').waitFor();
  const ticks = Object.entries({ ...story, voice }).flatMap(([name, options]) =>
    [options].flat().map((option) => `#quiz-start .worksheet [name="${name}"][value="${option}"]`),
  );
  await page.evaluate(
    ({ ticks, presses }) => {
      const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
      press('[data-unfold]');
      for (const tick of ticks) press(tick);
      press('[data-start]');
      for (let pressed = 0; pressed < presses; pressed++) press('#quiz-screen [type=submit]');
    },
    { ticks, presses },
  );
}
