/**
 * `npm run terms -- content/guides/en/what-is-iop.mdx …`: marks hard words where guides first use them. Which: the words that the front
 * matter lists, and abbreviations that a guide does not spell out. A person then reads the change and takes back what is in the way.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { parseYaml, readYaml } from '#facts/build/read.ts';
import { checkAbbreviations } from '../abbreviations.ts';
import { readGlossary } from '../check-glossary.ts';
import { markTerms } from '../mark-terms.ts';
import { guideSchema } from '../schema.ts';
import { termsIn } from '../terms.ts';

const { glossary } = readGlossary(globSync('content/glossary/*.yaml').map(readYaml));
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name at least one guide: npm run terms -- content/guides/en/what-is-iop.mdx');
  process.exit(2);
}
for (const file of files) {
  const source = readFileSync(file, 'utf8');
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  const guide = guideSchema.parse(parseYaml(file, frontMatter, 1).data);
  const above = [guide.title, ...guide.summary];
  const short = checkAbbreviations({ file, source, locale: guide.lang, above }, glossary).map(({ found }) => found);
  const spelled = [...glossary].filter(([, { abbreviation }]) => short.includes(abbreviation?.[guide.lang] ?? ''));
  const wanted = [...new Set([...guide.glossary, ...spelled.map(([id]) => id)])];
  const marked = markTerms(source, wanted, glossary, guide.lang);
  const ids = termsIn(marked).map(({ id }) => id);
  writeFileSync(file, marked.replace(/^glossary: .*$/m, `glossary: [${ids.join(', ')}]`));
  const missing = wanted.filter((id) => !ids.includes(id));
  console.log(
    `${file}: ${ids.join(', ') || 'nothing to mark'}${missing.length > 0 ? `; not in running text: ${missing.join(', ')}` : ''}`,
  );
}
