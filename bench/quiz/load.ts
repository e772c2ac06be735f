import type { Browser, Page } from '@playwright/test';
import type { Contestant } from './contestants.ts';
import { pressUntilAnswered, readyToContinue, watchInteractions } from './in-page.ts';

/** How much slower than this machine the reader's is. */
export const slowdown = 4;
/** Lighthouse's "slow 4G". */
export const slow4g = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 84_375 };

/** One visit, in milliseconds. */
export interface Visit {
  /** From the start of navigation until a press of Start has been answered with a painted question. */
  ready: number;
  /** For each question but the last: from the press of Continue until the next question is painted. */
  latencies: number[];
  /** The same presses as the browser itself measures them, up to the moment when the screen shows the answer, in steps of 8 ms. */
  interactions: number[];
}

/** Shorter ones the browser does not tell (Event Timing). */
const shortestTold = 16;

/** Visits a page in a fresh profile. Walks through the questions only where asked to. */
export async function visit(
  browser: Browser,
  origin: string,
  page: Contestant,
  { isSlowNetwork, questions }: { isSlowNetwork: boolean; questions: number },
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const tab = await context.newPage();
    // The process of the tab is started before the clock is.
    await tab.goto(`${origin}/blank/`);
    const tools = await context.newCDPSession(tab);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (isSlowNetwork) {
      await tools.send('Network.enable');
      await tools.send('Network.emulateNetworkConditions', slow4g);
    }
    await tab.addInitScript(pressUntilAnswered, page);
    await tab.addInitScript(watchInteractions);
    const answered = figure(tab, 'ready');
    await tab.goto(origin + page.path);
    const ready = await answered;
    const latencies: number[] = [];
    for (let question = 1; question < questions; question++) latencies.push(await pressContinue(tab, page));
    return { ready, latencies, interactions: await interactionsOf(tab, latencies.length) };
  } finally {
    await context.close();
  }
}

async function pressContinue(tab: Page, page: Contestant): Promise<number> {
  const { x, y } = await tab.evaluate(readyToContinue, page);
  const painted = figure(tab, 'latency');
  await tab.mouse.click(x, y);
  return painted;
}

/** What the browser told of so many presses; of the others it is known that they were shorter. */
async function interactionsOf(tab: Page, presses: number): Promise<number[]> {
  const told = tab.waitForEvent('console', (one) => one.text().startsWith('interactions '));
  await tab.evaluate(() => setTimeout(() => dispatchEvent(new Event('tell-interactions')), 500));
  const longer: number[] = JSON.parse((await told).text().slice('interactions '.length));
  return [...longer, ...Array<number>(presses - longer.length).fill(shortestTold)];
}

/** Waits until the page says a figure. */
async function figure(tab: Page, name: 'ready' | 'latency'): Promise<number> {
  const message = await tab.waitForEvent('console', (one) => one.text().startsWith(`${name} `));
  return Number(message.text().slice(name.length));
}
