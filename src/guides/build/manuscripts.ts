import { readFileSync } from 'node:fs';
import { type MdastNode, mdxToMdast } from 'satteri';
import { parseYaml } from '#facts/build/read.ts';
import type { Finding } from '#facts/finding.ts';
import type { Manuscript, Words } from '../manuscript.ts';

/** A node of the parsed body, as far as the checks look at it. */
interface Node {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  align?: (string | null)[];
  attributes?: { name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number } };
}

/** Attributes whose value readers never see. */
const unseen = ['id', 'kind', 'href', 'to'];

const attribute = (node: Node, name: string): string | undefined => {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};

function collect(node: Node, inside: readonly Node[], into: Manuscript): void {
  const line = node.position?.start.line ?? 1;
  const isWithin = (test: (outer: Node) => boolean) => inside.some(test);
  if (node.type === 'text' && node.value) into.prose.push({ words: node.value, line });
  if (node.type.startsWith('mdxJsx')) {
    if (node.name === 'Fact') {
      into.uses.push({ id: attribute(node, 'id') ?? '', file: into.file, line });
      if (isWithin(({ type }) => type === 'heading')) into.headingsWithFact.push(line);
    }
    for (const { name, value } of node.attributes ?? []) {
      if (typeof value === 'string' && !unseen.includes(name ?? '')) into.prose.push({ words: value, line });
    }
  }
  const url = node.type === 'link' ? node.url : attribute(node, 'href');
  if (url?.startsWith('/')) into.links.push({ url, line });
  if (node.type === 'table') {
    if (!isWithin(({ name }) => name === 'Table')) into.bareTables.push(line);
    if (node.align?.some(Boolean)) into.alignedTables.push(line);
  }
  for (const child of node.children ?? []) collect(child, [...inside, node], into);
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
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  const { data, lineOf, uses, findings } = parseYaml(file, frontMatter, 1);
  const manuscript: Manuscript = {
    file,
    data,
    lineOf,
    uses,
    prose: wordsOf({ data, lineOf }),
    headingsWithFact: [],
    links: [],
    bareTables: [],
    alignedTables: [],
  };
  try {
    collect(mdxToMdast(source) as MdastNode as Node, [], manuscript);
  } catch (error) {
    const [, line = '1', reason = ''] = /^(\d+):\d+: ([\s\S]*)$/.exec((error as Error).message) ?? [];
    const suggestion = mend(source, Number(line), reason);
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
