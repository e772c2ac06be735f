/**
 * `npm run readability`: how hard our guides are to read, and what makes them so.
 *
 * Without a name: one line per built guide. With slugs, addresses or built files: those pages in full. With an `.mdx` file of any
 * working tree: that manuscript, its facts in place, without a build. Exit code 1 where a text named or listed is too hard.
 */
import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localeOf } from '#i18n/locale.ts';
import { type Measured, readingOfManuscript, readingOfPage } from '../build/reading.ts';
import { gates, tooHard } from '../reading-gates.ts';
import { placeOf } from './place.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const guides = globSync('dist/{guides,es/guias}/*/index.html').sort();

/** The built page that a slug, an address or a file of `dist/` means. */
function builtPage(name: string): string | undefined {
  const candidates = [
    name,
    join('dist', name, 'index.html'),
    ...guides.filter((file) => file.endsWith(`/${name}/index.html`)),
  ];
  return candidates.find((file) => file.endsWith('.html') && existsSync(file));
}

function measured(name: string): Measured | string {
  if (name.endsWith('.mdx')) {
    const { root, file } = placeOf(name);
    return existsSync(resolve(root, file)) ? readingOfManuscript(root, file) : `No file ${name}.`;
  }
  const file = builtPage(name);
  return file
    ? readingOfPage(file, localeOf(file.replace(/^.*?dist/, '')))
    : `No built page "${name}". Build first, or name an .mdx file.`;
}

const unit = { en: 'grade', es: 'INFLESZ' } as const;

function line({ name, reading, reason }: Measured): string {
  const { locale, score, meanSentence, longestSentences, words } = reading;
  const longest = longestSentences[0]?.words ?? 0;
  const verdict = tooHard(reading, reason).length > 0 ? '  TOO HARD' : '';
  return `${unit[locale]} ${score.toFixed(1)}  mean ${meanSentence.toFixed(1)}  longest ${longest}  words ${words}  ${name}${verdict}`;
}

function inFull(one: Measured): string {
  const { locale, longestSentences, hardestWords, fullestParagraph } = one.reading;
  const aim = locale === 'en' ? `at most ${gates.en.target}` : `at least ${gates.es.target}`;
  return [
    line(one),
    `  aim: ${unit[locale]} ${aim}, sentences of 15 words on average and never over ${gates.wordsInSentence}`,
    ...tooHard(one.reading, one.reason).map((fault) => `  TOO HARD: ${fault}`),
    `  fullest paragraph: ${fullestParagraph.sentences} sentences`,
    '  longest sentences:',
    ...longestSentences.map(({ words, text }) => `    ${words}  ${text}`),
    `  hardest words: ${hardestWords.map(({ word, syllables, times }) => `${word} (${syllables}${times > 1 ? `, ${times} times` : ''})`).join(', ')}`,
    '',
  ].join('\n');
}

function median(scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

const asked = (positionals.length > 0 ? positionals : guides).map(measured);
if (asked.length === 0) asked.push('No built guides. Build first (npm run build), or name an .mdx file.');
const found = asked.filter((one) => typeof one !== 'string');
for (const one of asked) {
  if (typeof one === 'string') console.error(one);
  else console.log(positionals.length > 0 ? inFull(one) : line(one));
}
for (const locale of ['en', 'es'] as const) {
  const scores = found.filter(({ reading }) => reading.locale === locale).map(({ reading }) => reading.score);
  if (scores.length > 1)
    console.log(`${scores.length} texts in ${locale}: median ${unit[locale]} ${median(scores).toFixed(1)}`);
}
process.exitCode =
  found.length < asked.length || found.some(({ reading, reason }) => tooHard(reading, reason).length > 0) ? 1 : 0;
