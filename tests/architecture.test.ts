import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';

/**
 * The rooms and who may import whom (design section 3). `quiz` and `requests` never import each other: that missing edge is the
 * privacy promise, an answer has no path to the server.
 */
const mayImport: Record<string, Record<string, 'all' | 'types'>> = {
  i18n: {},
  facts: { i18n: 'all' },
  requests: { i18n: 'all' },
  site: { i18n: 'all' },
  planner: { i18n: 'all', facts: 'types' },
  guides: { i18n: 'all', facts: 'all' },
  quiz: { i18n: 'all', facts: 'types' },
};
const rooms = Object.keys(mayImport);
/** These compose rooms and may import them all. */
const composers = ['pages', 'ops', 'content.config.ts'];
/** A room's root is pure. Only a folder named for what it touches may reach out. */
const rootMayUse =
  /^(#|\.|zod$|astro\/zod$|fastest-levenshtein$|ipaddr\.js$|libphonenumber-js\/max$|schema-dts$|syllable$)/;
const astroContentHomes = /^src\/([^/]+\/astro\/|pages\/|content\.config\.ts$)/;

interface Import {
  from: string;
  to: string;
  typesOnly: boolean;
}

/** Import and re-export lines of any of our file kinds, `import()` included. */
function importsOf(file: string, source: string): Import[] {
  const pattern =
    /(?:^|[\n;])\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...source.matchAll(pattern)].map(([, , type, to, dynamic]) => ({
    from: file,
    to: (to ?? dynamic) as string,
    typesOnly: Boolean(type),
  }));
}

const targetOf = ({ from, to }: Import): string => {
  if (to.startsWith('#')) return to.slice(1);
  if (!to.startsWith('.')) return '';
  return new URL(to, `file:///${from}`).pathname.slice('/src/'.length);
};

function whyForbidden(line: Import): string | undefined {
  const [, home = '', second = ''] = line.from.split('/');
  const target = targetOf(line);
  const said = `${line.from} imports ${line.to}`;
  if (line.to === 'astro:content' && !astroContentHomes.test(line.from)) {
    return `${said}: only astro/ folders, pages and content.config.ts read collections`;
  }
  if (!rooms.includes(home)) return undefined;
  const isRoot = second.includes('.');
  if (isRoot && !rootMayUse.test(line.to)) return `${said}: a room's root is pure`;
  if (!target) return undefined;
  const [targetRoom = '', targetFolder = ''] = target.split('/');
  if (composers.includes(targetRoom)) return `${said}: rooms do not know who composes them`;
  if (targetRoom === home) {
    return isRoot && !targetFolder.includes('.') ? `${said}: a root never imports its subfolders` : undefined;
  }
  const allowed = mayImport[home]?.[targetRoom];
  if (!allowed) return `${said}: ${home} may import ${Object.keys(mayImport[home] ?? {}).join(', ') || 'no room'}`;
  if (allowed === 'types' && !line.typesOnly) return `${said}: ${home} may import types only from ${targetRoom}`;
  return undefined;
}

test('every import stays within the rules of the house', async () => {
  const lines: Import[] = [];
  for await (const file of glob('{src,content}/**/*.{ts,tsx,astro,mdx}')) {
    lines.push(...importsOf(file, readFileSync(file, 'utf8')));
  }
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.map(whyForbidden).filter(Boolean)).toEqual([]);
});

test('content files import nothing: components come from the guides room', async () => {
  for await (const file of glob('content/**/*.mdx')) {
    expect(importsOf(file, readFileSync(file, 'utf8')), file).toEqual([]);
  }
});

test.each([
  ['src/quiz/island/Quiz.tsx', "import { send } from '#requests/island/send.ts';", 'quiz may import i18n, facts'],
  ['src/requests/http/handle.ts', "import type { Answers } from '#quiz/answers.ts';", 'requests may import i18n'],
  ['src/quiz/explain.ts', "import { cite } from '#facts/cite.ts';", 'types only from facts'],
  ['src/quiz/evaluate.ts', "import { readFileSync } from 'node:fs';", "a room's root is pure"],
  ['src/facts/cite.ts', "import { Fact } from './astro/Fact.astro';", 'a root never imports its subfolders'],
  ['src/guides/outline.ts', "import { getEntry } from 'astro:content';", 'read collections'],
  [
    'src/site/astro/Layout.astro',
    "---\nimport Worksheet from '#quiz/astro/Worksheet.astro';\n---",
    'site may import i18n',
  ],
  ['src/requests/island/form.tsx', "const later = import('#quiz/answers.ts');", 'requests may import i18n'],
  ['src/facts/stale.ts', "export { outline } from '../guides/outline.ts';", 'facts may import i18n'],
])('a forbidden import planted in %s is found', (file, source, reason) => {
  expect(importsOf(file, source).map(whyForbidden).join()).toContain(reason);
});

test('a forbidden import planted in an MDX page is found', () => {
  expect(
    importsOf('content/guides/en/x.mdx', "---\ntitle: x\n---\nimport Quiz from '#quiz/island/Quiz.tsx';\n\n# Hi"),
  ).toHaveLength(1);
});
