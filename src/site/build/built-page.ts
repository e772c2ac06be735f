import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { IndexedPage } from '../search-index.ts';
import { fetchedElsewhere } from './fetched-elsewhere.ts';
import { placesOutside } from './only-here.ts';
import { wordsIn } from './page-words.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What the last build step must know of one page. */
export interface BuiltPage {
  /** CSP sources of its inline scripts and styles. */
  scripts: string[];
  styles: string[];
  /** Path of the page in each language, by `hreflang`. Empty for a page in one language. */
  alternates: Record<string, string>;
  isIndexed: boolean;
  /** The day its words last changed, as its data block says; pages without one do not say. */
  modified?: string;
  /** What a search can know of it. */
  words: Omit<IndexedPage, 'path'>;
  /** Whatever our policy would block or our promises forbid, each as a sentence. */
  faults: string[];
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const attribute = (element: Element, name: string) => element.attrs.find((candidate) => candidate.name === name)?.value;

/** Reads one built HTML page. Parsing is most of the work, so all that anybody wants to know is read here, once. `wayOut` is where leaving goes to. */
export function readBuiltPage(html: string, wayOut?: string): BuiltPage {
  const document = parse(html);
  const words = wordsIn(document);
  const page: BuiltPage = { scripts: [], styles: [], alternates: {}, isIndexed: true, words, faults: [] };
  visit(document, page, wayOut);
  return page;
}

function visit(node: Node, page: BuiltPage, wayOut: string | undefined): void {
  if ('attrs' in node) inspect(node, page, wayOut);
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) visit(child, page, wayOut);
}

const textOf = (element: Element) => element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

function readData(text: string, page: BuiltPage): void {
  try {
    const nodes: { mainEntity?: { dateModified?: string } }[] = JSON.parse(text)['@graph'];
    for (const { mainEntity } of nodes) if (mainEntity?.dateModified) page.modified = mainEntity.dateModified;
  } catch (error) {
    page.faults.push(`The data block cannot be read: ${(error as Error).message}`);
  }
}

function inspect(element: Element, page: BuiltPage, wayOut: string | undefined): void {
  const { tagName } = element;
  const rel = attribute(element, 'rel') ?? '';
  const type = attribute(element, 'type') ?? '';
  if (tagName === 'script' && type === 'application/ld+json') readData(textOf(element), page);
  // Data is never run, so no policy has to allow it.
  if (tagName === 'script' && attribute(element, 'src') === undefined && !/json$/.test(type)) {
    page.scripts.push(hash(textOf(element)));
  }
  if (tagName === 'style') page.styles.push(hash(textOf(element)));
  if (tagName === 'meta' && attribute(element, 'name') === 'robots') page.isIndexed = false;
  if (tagName === 'link' && rel === 'alternate' && attribute(element, 'hreflang')) {
    page.alternates[attribute(element, 'hreflang') as string] = attribute(element, 'href') ?? '';
  }
  for (const { name } of element.attrs) {
    if (name === 'style') page.faults.push(`<${tagName} style="…"> would be blocked by the page's own policy`);
    if (name.startsWith('on')) page.faults.push(`<${tagName} ${name}="…"> would be blocked by the page's own policy`);
  }
  for (const url of fetchedElsewhere(tagName, (name) => attribute(element, name))) {
    page.faults.push(`<${tagName}> fetches from another origin: ${url}`);
  }
  if (tagName === 'style' || (tagName === 'script' && !/json$/.test(type))) {
    for (const place of placesOutside(textOf(element), wayOut))
      page.faults.push(`<${tagName}> names another place: ${place}`);
  }
}
