import type { DefaultTreeAdapterMap } from 'parse5';
import type { IndexedPage } from '../search-index.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const attribute = (element: Element, name: string) => element.attrs.find((candidate) => candidate.name === name)?.value;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const isElement = (node: Node): node is Element => 'attrs' in node;

/** All elements below a node that readers can see, in order. */
function seenIn(node: Node, found: Element[] = []): Element[] {
  for (const element of childrenOf(node).filter(isElement)) {
    if (attribute(element, 'hidden') !== undefined) continue;
    found.push(element);
    seenIn(element, found);
  }
  return found;
}

const textOf = (node: Node): string =>
  'value' in node ? node.value : childrenOf(node).map(textOf).join('').replace(/\s+/g, ' ').trim();

/** Title, description and headings of a page. Headings come from the article where there is one, else from the main part. */
export function wordsIn(document: Node): Omit<IndexedPage, 'path'> {
  const elements = seenIn(document);
  const first = (test: (element: Element) => boolean) => elements.find(test);
  const title = first(({ tagName }) => tagName === 'title');
  const description = first((element) => attribute(element, 'name') === 'description');
  const text =
    first((element) => attribute(element, 'data-article-body') !== undefined) ??
    first(({ tagName }) => tagName === 'main');
  return {
    title: title ? textOf(title) : '',
    description: (description && attribute(description, 'content')) ?? '',
    headings: text
      ? seenIn(text)
          .filter(({ tagName }) => tagName === 'h2')
          .map(textOf)
      : [],
  };
}
