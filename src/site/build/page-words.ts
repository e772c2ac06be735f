import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const attribute = (element: Element, name: string) => element.attrs.find((candidate) => candidate.name === name)?.value;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const isElement = (node: Node): node is Element => 'attrs' in node;

/** All elements below a node that readers can see, in order. */
const seenIn = (node: Node): Element[] =>
  childrenOf(node)
    .filter(isElement)
    .filter((element) => attribute(element, 'hidden') === undefined)
    .flatMap((element) => [element, ...seenIn(element)]);

const textOf = (node: Node): string =>
  'value' in node ? node.value : childrenOf(node).map(textOf).join('').replace(/\s+/g, ' ').trim();

/** What a search can know of a built page: its own words. Headings come from the article where there is one, else from the main part. */
export function readPageWords(html: string): { title: string; description: string; headings: string[] } {
  const elements = seenIn(parse(html));
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
