import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../tests/browser/chromium.ts';
import { ask, openPlanner, unfold } from '../tests/browser/planner-steps.ts';
import { calm, jump } from '../tests/browser/quiz-steps.ts';
import { startServer } from '../tests/browser/server.ts';
import { requireFreshBuild } from './built.ts';
import { median } from './figures.ts';
import { slowdown } from './quiz/load.ts';
import { table } from './table.ts';

const presses = 9;
/** In milliseconds, on the slow device. */
const wishedAtMost = 100;

/** The pages that have most to forget, each as a reader may leave it. */
const pages: Record<string, (page: Page) => Promise<unknown>> = {
  guide: (page) => page.goto('/guides/what-is-iop/'),
  'form, filled in': async (page) => {
    await page.goto('/contact/call-back/');
    for (const name of ['name', 'phone']) await page.locator(`form [name=${name}]`).fill('217 555 0142');
  },
  'result of the quiz': (page) => jump(page, calm),
  'planned week': async (page) => {
    await openPlanner(page);
    await unfold(page);
    await ask(page);
  },
};

/** How long after a press on "Leave this site" the page is blank to the eye, on a device that is several times slower than this one. */
export async function run(): Promise<string> {
  requireFreshBuild();
  const server = await startServer();
  const browser = await chromium.launch(findChromium());
  try {
    const rows: { measure: string; figures: number[] }[] = [];
    let slowest = 0;
    for (const [measure, prepare] of Object.entries(pages)) {
      const times: number[] = [];
      for (let press = 0; press < presses; press++) times.push(await timeToBlank(browser, server.origin, prepare));
      rows.push({ measure, figures: [median(times)] });
      slowest = Math.max(slowest, ...times);
    }
    const holds = rows.every(({ figures: [time = Number.NaN] }) => time <= wishedAtMost);
    return [
      `${slowdown} times slower CPU, ${presses} presses each, medians`,
      table(['blank after, ms'], rows),
      `${holds ? 'PASS' : 'over the wish'}  on every page, wished at most ${wishedAtMost} ms; the slowest press of all took ${slowest.toFixed(0)} ms`,
    ].join('\n');
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function timeToBlank(
  browser: Browser,
  origin: string,
  prepare: (page: Page) => Promise<unknown>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, baseURL: origin });
  try {
    const page = await context.newPage();
    // The neutral page does not answer: what is measured is over before it could.
    await context.route(
      (url) => !url.href.startsWith(origin),
      () => {},
    );
    await prepare(page);
    const tools = await context.newCDPSession(page);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(sayWhenBlank);
    const said = page.waitForEvent('console', (message) => message.text().startsWith('blank '));
    await page.locator('[data-leave]').last().click({ noWaitAfter: true });
    return Number((await said).text().slice('blank '.length));
  } finally {
    await context.close();
  }
}

/** Runs in the page: says how long after the next press a frame was painted with nothing on it. */
function sayWhenBlank(): void {
  const watch = ({ timeStamp }: MouseEvent) => {
    const look = () => {
      if (document.body.getClientRects().length > 0) return void requestAnimationFrame(look);
      setTimeout(() => console.debug(`blank ${performance.now() - timeStamp}`));
    };
    requestAnimationFrame(look);
  };
  addEventListener('click', watch, { capture: true, once: true });
}
