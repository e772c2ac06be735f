import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Block } from '../readability.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What is no sentence of the writer: tables, ways to other pages, drawings, note numbers, headings, code, buttons, the emergency card. */
const leftOut = /^(table|nav|figure|svg|sup|code|pre|script|style|button|h[1-6])$/;
const leftOutClasses = ['button', 'danger-card'];
const items = ['li', 'dt', 'dd'];

const attribute = (element: Element, name: string) => element.attrs.find((candidate) => candidate.name === name)?.value;
const isElement = (node: Node): node is Element => 'tagName' in node;
const isLeftOut = (element: Element): boolean =>
  leftOut.test(element.tagName) ||
  (attribute(element, 'class') ?? '').split(/\s+/).some((name) => leftOutClasses.includes(name));

/** The text of an element without what is left out and without blocks inside it. */
function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || isLeftOut(node)) return '';
  if (node.tagName === 'br') return ' ';
  return node.childNodes
    .map((child) => (isElement(child) && /^[ou]l$/.test(child.tagName) ? '' : textOf(child)))
    .join('');
}

function blocksIn(node: Node): Block[] {
  if (!isElement(node)) return 'childNodes' in node ? node.childNodes.flatMap(blocksIn) : [];
  if (isLeftOut(node)) return [];
  const isItem = items.includes(node.tagName);
  if (node.tagName !== 'p' && !isItem) return node.childNodes.flatMap(blocksIn);
  const nested = node.childNodes.filter((child) => isElement(child) && /^[ou]l$/.test(child.tagName));
  return [{ kind: isItem ? 'item' : 'paragraph', text: textOf(node) }, ...nested.flatMap(blocksIn)];
}

/** The elements that a predicate accepts, outermost only. */
function find(node: Node, accepts: (element: Element) => boolean): Element[] {
  if (isElement(node) && accepts(node)) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap((child) => find(child, accepts)) : [];
}

/** Paragraphs and list items of a built page's article body, or of its main part where `within` says so. */
export function blocksOfPage(html: string, within: 'article body' | 'main' = 'article body'): Block[] {
  const roots = find(parse(html), (element) =>
    within === 'main' ? element.tagName === 'main' : attribute(element, 'data-article-body') !== undefined,
  );
  return roots.flatMap((root) => root.childNodes.flatMap(blocksIn));
}
