import { existsSync, readFileSync } from 'node:fs';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { FactUse } from '../check.ts';
import type { ContentFile, Field } from '../content-file.ts';
import type { Finding } from '../finding.ts';
import { factsNamedIn } from '../placeholder.ts';

/** YAML as it was read, with the facts that it names. */
export interface YamlFile extends ContentFile {
  uses: FactUse[];
  /** Why it is no YAML; empty where it is. */
  findings: Finding[];
}

/** The key of a field, or the item of a list, as it stands in the file. */
function nodeAt(document: Document, field: Field): unknown {
  const holder = document.getIn(field.slice(0, -1) as (string | number)[], true) ?? document.contents;
  const last = field.at(-1);
  if (isSeq(holder)) return holder.items[Number(last)];
  return isMap(holder) ? holder.items.find(({ key }) => isScalar(key) && key.value === last)?.key : undefined;
}

/** Where a field begins or, where it is missing, what should hold it. */
function startOf(document: Document, field: Field): number {
  for (let length = field.length; length > 0; length--) {
    const node = nodeAt(document, field.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** Facts named as `{fact:id}` in any text, as `fact: id`, or in a list under `facts:`. */
function usesIn(document: Document, file: string, lineAt: (offset: number) => number): FactUse[] {
  const uses: FactUse[] = [];
  const add = (id: string, node: { range?: readonly number[] | null | undefined }) =>
    uses.push({ id, file, line: lineAt(node.range?.[0] ?? 0) });
  visit(document, {
    Pair(_, { key, value }) {
      const name = isScalar(key) ? key.value : undefined;
      if (name === 'fact' && isScalar(value)) add(String(value.value), value);
      if (name === 'facts' && isSeq(value)) {
        for (const item of value.items) if (isScalar(item)) add(String(item.value), item);
      }
    },
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string') for (const id of factsNamedIn(scalar.value)) add(id, scalar);
    },
  });
  return uses;
}

/** Reads YAML with its lines. `linesBefore` stand above it in the file, as above the front matter of MDX. */
export function parseYaml(file: string, source: string, linesBefore = 0): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + linesBefore;
  return {
    file,
    data: document.errors.length === 0 ? document.toJS() : undefined,
    lineOf: (field) => lineAt(startOf(document, field)),
    uses: usesIn(document, file, lineAt),
    findings: document.errors.slice(0, 1).map(({ message, pos, code }) => ({
      file,
      line: lineAt(pos[0]),
      rule: 'not readable as YAML',
      found: code,
      suggestion: `${message.split(' at line ')[0]}.`,
    })),
  };
}

/** Reads a YAML file of the project; the path is from the project's root. A file that is not there is a finding. */
export function readYaml(file: string): YamlFile {
  if (existsSync(file)) return parseYaml(file, readFileSync(file, 'utf8'));
  const missing = { file, line: undefined, rule: 'missing file', found: file, suggestion: 'Create it.' };
  return { ...parseYaml(file, ''), findings: [missing] };
}
