import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** An element of a built page. */
export type Element = DefaultTreeAdapterMap['element'];

/** An attribute's value; undefined where the element lacks it. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

const isElement = (node: Node): node is Element => 'attrs' in node;

/** An element and all inside it, in order of the page. */
export const within = (node: Node): Element[] => [
  ...(isElement(node) ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(within) : []),
];

/** All elements of a built page, by its file. */
export const elementsOf = (file: string): Element[] => within(parse(readFileSync(file, 'utf8')));

/** The words inside an element. */
export const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** Where the links inside an element lead, in order. */
export const linksIn = (element: Element | undefined): string[] =>
  element ? within(element).flatMap((inner) => (inner.tagName === 'a' ? (attribute(inner, 'href') ?? []) : [])) : [];
