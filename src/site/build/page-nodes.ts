import type { parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
export type Node = Document | Document['children'][number];
export type Element = Extract<Node, { attribs: unknown }>;

export const isElement = (node: Node): node is Element => 'attribs' in node;
export const childrenOf = (node: Node): Node[] => ('children' in node ? node.children : []);

/** The letters of a node and of all below it. */
export const textOf = (node: Node): string =>
  node.type === 'text' ? node.data : childrenOf(node).map(textOf).join('');
