import type { IndexedPage } from '../search-index.ts';
import { childrenOf, type Element, isElement, type Node, textOf } from './page-nodes.ts';

/** All elements below a node that readers can see, in order. */
function seenIn(node: Node, found: Element[] = []): Element[] {
  for (const child of childrenOf(node)) {
    if (!isElement(child) || child.name === 'template' || child.attribs['hidden'] !== undefined) continue;
    found.push(child);
    seenIn(child, found);
  }
  return found;
}

const lineOf = (element: Element): string => textOf(element).replace(/\s+/g, ' ').trim();

/** Title, description and headings of a page. Headings come from the article where there is one, else from the main part. */
export function wordsIn(document: Node): Omit<IndexedPage, 'path'> {
  const elements = seenIn(document);
  const first = (test: (element: Element) => boolean) => elements.find(test);
  const title = first(({ name }) => name === 'title');
  const description = first(({ attribs }) => attribs['name'] === 'description');
  const text =
    first(({ attribs }) => attribs['data-article-body'] !== undefined) ?? first(({ name }) => name === 'main');
  return {
    title: title ? lineOf(title) : '',
    description: description?.attribs['content'] ?? '',
    headings: text
      ? seenIn(text)
          .filter(({ name }) => name === 'h2')
          .map(lineOf)
      : [],
  };
}
