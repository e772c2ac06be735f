import { createHash } from 'node:crypto';
import { parseDocument } from 'htmlparser2';
import type { IndexedPage } from '../search-index.ts';
import { fetchedElsewhere } from './fetched-elsewhere.ts';
import { placesOutside } from './only-here.ts';
import { childrenOf, type Element, isElement, type Node, textOf } from './page-nodes.ts';
import { wordsIn } from './page-words.ts';

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

/**
 * Reads one built HTML page. Parsing is most of the work, so all that anybody wants to know is read here, once. It is read as a browser without
 * scripts reads it, which takes `noscript` for a part of the page. `wayOut` is where leaving goes to.
 */
export function readBuiltPage(html: string, wayOut?: string): BuiltPage {
  const document = parseDocument(html);
  const words = wordsIn(document);
  const page: BuiltPage = { scripts: [], styles: [], alternates: {}, isIndexed: true, words, faults: [] };
  visit(document, page, wayOut);
  return page;
}

function visit(node: Node, page: BuiltPage, wayOut: string | undefined): void {
  if (isElement(node)) inspect(node, page, wayOut);
  for (const child of childrenOf(node)) visit(child, page, wayOut);
}

function readData(text: string, page: BuiltPage): void {
  try {
    const nodes: { mainEntity?: { dateModified?: string } }[] = JSON.parse(text)['@graph'];
    for (const { mainEntity } of nodes) if (mainEntity?.dateModified) page.modified = mainEntity.dateModified;
  } catch (error) {
    page.faults.push(`The data block cannot be read: ${(error as Error).message}`);
  }
}

function inspect(element: Element, page: BuiltPage, wayOut: string | undefined): void {
  const { name, attribs } = element;
  const { rel = '', type = '' } = attribs;
  if (name === 'script' && type === 'application/ld+json') readData(textOf(element), page);
  // Data is never run, so no policy has to allow it.
  if (name === 'script' && attribs['src'] === undefined && !/json$/.test(type)) {
    page.scripts.push(hash(textOf(element)));
  }
  if (name === 'style') page.styles.push(hash(textOf(element)));
  if (name === 'meta' && attribs['name'] === 'robots') page.isIndexed = false;
  if (name === 'link' && rel === 'alternate' && attribs['hreflang']) {
    page.alternates[attribs['hreflang']] = attribs['href'] ?? '';
  }
  for (const attribute of Object.keys(attribs)) {
    if (attribute === 'style' || attribute.startsWith('on')) {
      page.faults.push(`<${name} ${attribute}="…"> would be blocked by the page's own policy`);
    }
  }
  for (const url of fetchedElsewhere(name, (attribute) => attribs[attribute])) {
    page.faults.push(`<${name}> fetches from another origin: ${url}`);
  }
  if (name === 'style' || (name === 'script' && !/json$/.test(type))) {
    for (const place of placesOutside(textOf(element), wayOut)) {
      page.faults.push(`<${name}> names another place: ${place}`);
    }
  }
}
