import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { type PeerWords, peerWords } from './words.ts';

/** One of the pages that are measured beside each other. */
export interface Contestant {
  name: string;
  /** Address of its page. */
  path: string;
  /** CSS selectors of what is pressed and of what must appear. */
  start: string;
  question: string;
  next: string;
}

/** A body as it is sent, and the same in plain. */
export interface Sent {
  plain: Buffer;
  brotli: Buffer;
}

export const ours: Contestant = {
  name: 'ours',
  path: '/check-your-options/',
  start: '#quiz-start [data-start]',
  question: '#quiz-screen fieldset',
  next: '#quiz-screen [type=submit]',
};
export const reducer: Contestant = {
  name: 'reducer',
  path: '/reducer/',
  start: '#quiz > button',
  question: '#quiz fieldset',
  next: '#quiz p > button',
};
/** The same, but in the place of our quiz: under our header, in our styles, above our footer. What is left is what our quiz costs. */
export const framedReducer: Contestant = { ...reducer, name: 'in our frame', path: '/framed/' };
export const surveyJs: Contestant = {
  name: 'SurveyJS',
  path: '/surveyjs/',
  start: '.sd-navigation__start-btn',
  question: '#quiz fieldset',
  next: '.sd-navigation__next-btn',
};

const sent = (text: string | Buffer): Sent => {
  const plain = Buffer.from(text);
  return { plain, brotli: brotliCompressSync(plain) };
};

/** A page with the words in it and its code in one file, made with the tools that make our own pages. */
async function peer({ path }: Contestant, entry: string, words: PeerWords, css?: string): Promise<[string, Sent][]> {
  const input = fileURLToPath(new URL(entry, import.meta.url));
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, rolldownOptions: { input, output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput;
  const style = css ? `<link rel="stylesheet" href="${path}style.css">` : '';
  const json = JSON.stringify(words).replaceAll('<', '\\u003c');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title>${style}</head><body><div id="quiz"></div>
<script type="application/json" id="words">${json}</script><script type="module" src="${path}code.js"></script></body></html>`;
  const files: [string, Sent][] = [
    [path, sent(html)],
    [`${path}code.js`, sent(output[0].code)],
  ];
  return css ? [...files, [`${path}style.css`, sent(readFileSync(css))]] : files;
}

/** A peer's page as the inside of our built one. */
function framed(page: string): Sent {
  const frame = readFileSync(`dist${ours.path}index.html`, 'utf8').replace(/<link rel="modulepreload"[^>]*>/g, '');
  const inside = page.slice(page.indexOf('<div id="quiz">'), page.indexOf('</body>'));
  return sent(frame.slice(0, frame.indexOf('<div class="quiz')) + inside + frame.slice(frame.lastIndexOf('</main>')));
}

/** Everything the peers' pages are made of, by address. */
export async function peerFiles(): Promise<Map<string, Sent>> {
  const words = peerWords();
  const css = fileURLToPath(import.meta.resolve('survey-core/survey-core.fontless.min.css'));
  const bare = await peer(reducer, './reducer.tsx', words);
  const page = bare.find(([path]) => path === reducer.path)?.[1].plain.toString() ?? '';
  return new Map([...bare, [framedReducer.path, framed(page)], ...(await peer(surveyJs, './surveyjs.ts', words, css))]);
}
