/**
 * `npm run readability`: how hard our texts are to read, and what makes them so.
 *
 * Without a name: one line per built guide. With slugs, addresses or built files: those pages in full. With an `.mdx` or `.yaml` file
 * of any working tree: that guide, or those words of the interface, facts in place, without a build. Exit code 1 where one is too hard.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localeOf } from '#i18n/locale.ts';
import {
  type Measured,
  readingOfGuide,
  readingOfManuscript,
  readingOfPage,
  readingsOfInterface,
} from '../build/reading.ts';
import { median, targets, tooHard } from '../reading-gates.ts';
import { placeOf } from './place.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const guides = globSync('dist/{guides,es/guias}/*/index.html').sort();

/** The built page that a slug, an address or a file of `dist/` means. */
function builtPage(name: string): string | undefined {
  const ofSlug = guides.filter((file) => file.endsWith(`/${name}/index.html`));
  return [name, join('dist', name, 'index.html'), ...ofSlug].find((file) => file.endsWith('.html') && existsSync(file));
}

function measured(name: string): Measured[] {
  const { root, file } = placeOf(name);
  if (/\.(mdx|yaml)$/.test(name) && existsSync(join(root, file))) {
    return name.endsWith('.yaml') ? readingsOfInterface(root, file) : [readingOfManuscript(root, file)];
  }
  const page = builtPage(name);
  if (!page) return [];
  const locale = localeOf(page.replace(/^.*?dist/, ''));
  return [guides.includes(page) ? readingOfGuide(page, locale) : readingOfPage(page, locale)];
}

const unit = { en: 'grade', es: 'INFLESZ' } as const;

function line({ name, reading, limits }: Measured): string {
  const { locale, score, meanSentence, longestSentences, words } = reading;
  const longest = longestSentences[0]?.words ?? 0;
  const verdict = tooHard(reading, limits).length > 0 ? '  TOO HARD' : '';
  return `${unit[locale]} ${score.toFixed(1)}  mean ${meanSentence.toFixed(1)}  longest ${longest}  words ${words}  ${name}${verdict}`;
}

function inFull(one: Measured): string {
  const { locale, longestSentences, hardestWords, fullestParagraph } = one.reading;
  const hardWord = ({ word, syllables, times }: (typeof hardestWords)[number]) =>
    `${word} (${syllables}${times > 1 ? `, ${times} times` : ''})`;
  return [
    line(one),
    `  aim: ${unit[locale]} ${locale === 'en' ? 'at most' : 'at least'} ${targets[locale]}, 15 words in a sentence on average`,
    ...tooHard(one.reading, one.limits).map((fault) => `  TOO HARD: ${fault}`),
    `  fullest paragraph: ${fullestParagraph.sentences} sentences`,
    '  longest sentences:',
    ...longestSentences.map(({ words, text }) => `    ${words}  ${text}`),
    `  hardest words: ${hardestWords.map(hardWord).join(', ')}`,
    '',
  ].join('\n');
}

const isNamed = positionals.length > 0;
const asked = (isNamed ? positionals : guides).map((name) => ({ name, found: measured(name) }));
const found = asked.flatMap((one) => one.found);
const missing = asked.filter((one) => one.found.length === 0);
for (const one of found) console.log(isNamed && !one.name.includes('.yaml') ? inFull(one) : line(one));
for (const { name } of missing) console.error(`Nothing to measure at "${name}". Build first, or name an .mdx file.`);
if (asked.length === 0) console.error('No built guides. Build first (npm run build), or name an .mdx file.');
for (const locale of ['en', 'es'] as const) {
  const scores = found.flatMap(({ reading }) => (reading.locale === locale ? reading.score : []));
  if (scores.length > 1) {
    console.log(`${scores.length} texts in ${locale}: median ${unit[locale]} ${median(scores).toFixed(1)}`);
  }
}
const isRight = found.length > 0 && missing.length === 0;
process.exitCode = isRight && found.every(({ reading, limits }) => tooHard(reading, limits).length === 0) ? 0 : 1;
