import { type MdastNode, mdxToMdast } from 'satteri';
import type { Library } from '#facts/library.ts';
import type { Locale } from '#i18n/locale.ts';
import type { Block } from '../readability.ts';

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: { name?: string; value?: unknown }[];
  children?: Node[];
}

/** What is no sentence of the writer: the same as on the built page. Front matter has no node. */
const leftOut = ['heading', 'table', 'inlineCode', 'code', 'mdxFlowExpression', 'mdxTextExpression', 'yaml'];
const isFact = ({ name }: Node): boolean => name === 'Fact';

/** Paragraphs and list items of a guide's MDX with figures in place of facts, as the built page has them. */
export function blocksOfManuscript(source: string, locale: Locale, facts: Library['facts']): Block[] {
  const wordsOfFact = ({ attributes = [] }: Node): string => {
    const id = attributes.find(({ name }) => name === 'id')?.value;
    const isWhole = attributes.some(({ name }) => name === 'whole');
    return facts.get(String(id))?.[isWhole ? 'claim' : 'figure'][locale] ?? `fact ${id}`;
  };
  const textOf = (node: Node): string => {
    if (node.type === 'text') return node.value ?? '';
    if (node.type === 'break') return ' ';
    if (leftOut.includes(node.type) || node.type === 'list') return '';
    return isFact(node) ? wordsOfFact(node) : (node.children ?? []).map(textOf).join('');
  };
  const blocksIn = (node: Node): Block[] => {
    if (leftOut.includes(node.type) || node.name === 'Table') return [];
    const kind = node.type === 'listItem' ? 'item' : 'paragraph';
    const nested = (node.children ?? []).filter(({ type }) => type === 'list').flatMap(blocksIn);
    const isBlock = node.type === 'paragraph' || node.type === 'listItem' || isFact(node);
    return isBlock ? [{ kind, text: textOf(node) }, ...nested] : (node.children ?? []).flatMap(blocksIn);
  };
  return blocksIn(mdxToMdast(source) as MdastNode as Node);
}
