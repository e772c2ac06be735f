import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { questions } from '#quiz/questions.ts';
import { findChromium } from '../tests/browser/chromium.ts';
import { requireFreshBuild } from './built.ts';
import { median, percentile, verdict } from './figures.ts';
import { type Contestant, framedReducer, ours, peerFiles, reducer, type Sent, surveyJs } from './quiz/contestants.ts';
import { slowdown, type Visit, visit } from './quiz/load.ts';
import { serveStage } from './quiz/serve.ts';
import { table } from './table.ts';

const contestants = [ours, reducer, framedReducer, surveyJs];
const loads = 9;

interface Measured {
  visits: Visit[];
  overNetwork: Visit[];
  script: number;
  all: number;
}

/** Compares our quiz with a reducer, bare and in our page's frame, and with SurveyJS, same questions, in turns, each time in a fresh profile. */
export async function run(): Promise<string> {
  requireFreshBuild();
  const stage = await serveStage('dist', await peerFiles());
  const browser = await chromium.launch(findChromium());
  const measured = new Map<Contestant, Measured>(
    contestants.map((one) => [one, { visits: [], overNetwork: [], script: 0, all: 0 }]),
  );
  try {
    for (let round = 0; round < loads; round++) {
      for (const [one, found] of measured) {
        stage.takeSent();
        const settings = { isSlowNetwork: false, questions: questions.length };
        found.visits.push(await visit(browser, stage.origin, one, settings));
        Object.assign(found, bytesOf(stage.takeSent()));
        found.overNetwork.push(await visit(browser, stage.origin, one, { isSlowNetwork: true, questions: 0 }));
      }
    }
  } finally {
    await browser.close();
    stage.close();
  }
  return report([...measured.values()]);
}

/** Bytes in brotli: of all script, inline script included, and of everything. Words in JSON are no script. */
function bytesOf(sent: ReadonlyMap<string, Sent>): { script: number; all: number } {
  const size = ({ plain, brotli }: Sent) => brotli.length || plain.length;
  let script = 0;
  let all = 0;
  for (const [path, body] of sent) {
    if (path === '/blank/') continue;
    all += size(body);
    if (path.endsWith('.js')) script += size(body);
    if (path.endsWith('/')) script += inlineScript(body.plain.toString());
  }
  return { script, all };
}

const inlineScript = (html: string): number =>
  [...html.matchAll(/<script(?![^>]*application\/json)[^>]*>(.+?)<\/script>/gs)].reduce(
    (sum, [, code = '']) => sum + brotliCompressSync(code).length,
    0,
  );

const beside = ([own = Number.NaN, bare = Number.NaN, inFrame = Number.NaN]: readonly number[]) => ({
  bare: { ours: own, peer: bare },
  inFrame: { ours: own, peer: inFrame },
});

function report(all: readonly Measured[]): string {
  const ready = all.map(({ visits }) => median(visits.map((one) => one.ready)));
  const latencies = all.map(({ visits }) => visits.flatMap((one) => one.latencies));
  const typical = latencies.map(median);
  const interactions = all.map(({ visits }) => visits.flatMap((one) => one.interactions));
  const overNetwork = all.map((one) => median(one.overNetwork.map((visit) => visit.ready)));
  return [
    `${slowdown} times slower CPU, ${loads} loads each in turns, medians`,
    table(
      contestants.map(({ name }) => name),
      [
        { measure: 'ready, ms', figures: ready },
        { measure: 'ready over slow 4G, ms', figures: overNetwork },
        { measure: 'Continue to next question, ms', figures: typical, digits: 1 },
        { measure: 'the same, 95th percentile', figures: latencies.map((list) => percentile(list, 0.95)), digits: 1 },
        { measure: 'the same as the browser measures it', figures: interactions.map(median) },
        { measure: 'the same, 98th percentile', figures: interactions.map((list) => percentile(list, 0.98)) },
        { measure: 'script, kB brotli', figures: all.map(({ script }) => script / 1000), digits: 1 },
        { measure: 'everything sent, kB brotli', figures: all.map((one) => one.all / 1000), digits: 1 },
      ],
    ),
    verdict({ what: 'ready over slow 4G beside the bare reducer', ...beside(overNetwork).bare, atMost: 1.2 }),
    verdict({ what: 'ready without a network beside the bare reducer', ...beside(ready).bare, atMost: 1.2 }),
    verdict({ what: 'ready without a network beside the reducer in our frame', ...beside(ready).inFrame, atMost: 1.2 }),
    verdict({ what: 'Continue beside the bare reducer', ...beside(typical).bare, atMost: 1 }),
    verdict({ what: 'Continue beside the reducer in our frame', ...beside(typical).inFrame, atMost: 1 }),
  ].join('\n');
}
