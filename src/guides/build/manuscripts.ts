import { readFileSync } from 'node:fs';
import GithubSlugger from 'github-slugger';
import { type MdastNode, mdxToMdast } from 'satteri';
import { parseYaml } from '#facts/build/read.ts';
import type { Finding } from '#facts/finding.ts';
import { levels } from '../levels.ts';
import type { Manuscript, Words } from '../manuscript.ts';

/** A node of the parsed body, as far as the checks look at it. */
interface Node {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  alt?: string | null;
  depth?: number;
  align?: (string | null)[];
  attributes?: { name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number } };
}

/** A manuscript while it is read. */
interface Reading {
  into: Manuscript;
  /** Gives headings the ids that Astro gives them. */
  slugger: GithubSlugger;
}

/** Attributes whose value readers never see. */
const unseen = ['id', 'kind', 'href', 'to'];

const attribute = (node: Node, name: string): string | undefined => {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

function collectComponent(node: Node, line: number, isInHeading: boolean, into: Manuscript): void {
  into.components.push({ name: node.name ?? '', line });
  if (node.name === 'Fact') {
    into.uses.push({ id: attribute(node, 'id') ?? '', file: into.file, line });
    if (isInHeading) into.headingsWithFact.push(line);
  }
  if (node.name === 'LevelsTable') into.uses.push(...levels.map(({ fact }) => ({ id: fact, file: into.file, line })));
  for (const { name, value } of node.attributes ?? []) {
    if (typeof value === 'string' && !unseen.includes(name ?? '')) into.prose.push({ words: value, line });
  }
}

function collect(node: Node, inside: readonly Node[], { into, slugger }: Reading): void {
  const line = node.position?.start.line ?? 1;
  const isWithin = (test: (outer: Node) => boolean) => inside.some(test);
  if (node.type === 'text' && node.value) into.prose.push({ words: node.value, line });
  if (node.type.startsWith('mdxJsx')) {
    const isInHeading = isWithin(({ type }) => type === 'heading');
    collectComponent(node, line, isInHeading, into);
  }
  if (node.type === 'heading') {
    const text = textOf(node);
    const siblings = inside.at(-1)?.children ?? [];
    const next = siblings[siblings.indexOf(node) + 1];
    const hasAnswer = next !== undefined && next.type !== 'heading';
    into.headings.push({ depth: node.depth ?? 0, text, line, anchor: slugger.slug(text), hasAnswer });
  }
  const url = node.type === 'link' ? node.url : attribute(node, 'href');
  if (url?.match(/^[/#]/)) into.links.push({ url, line });
  if (node.type === 'image') into.images.push({ url: node.url ?? '', alt: node.alt ?? '', line });
  if (node.type === 'table') {
    if (!isWithin(({ name }) => name === 'Table')) into.bareTables.push(line);
    if (node.align?.some(Boolean)) into.alignedTables.push(line);
  }
  for (const child of node.children ?? []) collect(child, [...inside, node], { into, slugger });
}

/** The texts of the front matter that readers see. */
function wordsOf({ data, lineOf }: Pick<Manuscript, 'data' | 'lineOf'>): Words[] {
  const { title, description, summary }: { title?: unknown; description?: unknown; summary?: unknown } = data ?? {};
  const sentences: unknown[] = Array.isArray(summary) ? summary : [];
  const texts: [unknown, ...(string | number)[]][] = [
    [title, 'title'],
    [description, 'description'],
    ...sentences.map((sentence, place): [unknown, string, number] => [sentence, 'summary', place]),
  ];
  return texts.flatMap(([words, ...field]) =>
    typeof words === 'string' ? [{ words, line: lineOf(field), field: field.join('.') }] : [],
  );
}

/** What to write instead, for the mistakes that the MDX reader explains in its own terms. */
function mend(source: string, line: number, reason: string): string {
  const written = /\{fact:([^{}]*)\}/.exec(source.split('\n')[line - 1] ?? '');
  return written ? `In the body write <Fact id="${written[1]}" />.` : `${reason.replace(/ \(mdx-.*$/, '')}.`;
}

/** Reads a guide for the checks. A body that is no MDX, or front matter that is no YAML, becomes a finding. */
export function parseManuscript(file: string, source: string): { manuscript: Manuscript; findings: Finding[] } {
  const [, frontMatter] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  const { data: read, lineOf, uses, findings } = parseYaml(file, frontMatter ?? '', 1);
  const data = read ?? undefined;
  if (data === undefined && findings.length === 0) {
    const suggestion = 'Start the file with ---, its fields, and ---. src/guides/schema.ts says which.';
    findings.push({ file, line: 1, rule: 'missing front matter', found: source.split('\n')[0] ?? '', suggestion });
  }
  const manuscript: Manuscript = {
    file,
    data,
    lineOf,
    isBodyRead: true,
    uses,
    prose: wordsOf({ data, lineOf }),
    headings: [],
    headingsWithFact: [],
    links: [],
    images: [],
    components: [],
    bareTables: [],
    alignedTables: [],
  };
  try {
    collect(mdxToMdast(source) as MdastNode as Node, [], { into: manuscript, slugger: new GithubSlugger() });
  } catch (error) {
    const [, line = '1', reason = ''] = /^(\d+):\d+: ([\s\S]*)$/.exec((error as Error).message) ?? [];
    const suggestion = mend(source, Number(line), reason);
    manuscript.isBodyRead = false;
    findings.push({
      file,
      line: Number(line),
      rule: 'not readable as MDX',
      found: source.split('\n')[Number(line) - 1]?.trim() ?? '',
      suggestion,
    });
  }
  return { manuscript, findings };
}

/** Reads a guide of the project; the path is from the project's root. */
export const readManuscript = (file: string) => parseManuscript(file, readFileSync(file, 'utf8'));
