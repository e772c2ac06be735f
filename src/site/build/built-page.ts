import { createHash } from 'node:crypto';
import { parseDocument } from 'htmlparser2';
import type { IndexedPage } from '../search-index.ts';
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

/** Attributes through which a browser fetches without being asked. */
const fetching: Record<string, readonly string[]> = {
  script: ['src'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  iframe: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  embed: ['src'],
  object: ['data'],
  use: ['href'],
  image: ['href'],
};
const linksThatFetchNothing = ['canonical', 'alternate', 'license', 'author', 'help', 'next', 'prev'];

const isElsewhere = (url: string) => /^\s*([a-z][a-z\d+.-]*:)?\/\//i.test(url);

/**
 * Reads one built HTML page. Parsing is most of the work, so all that anybody wants to know is read here, once. It is read as a browser without
 * scripts reads it, which takes `noscript` for a part of the page.
 */
export function readBuiltPage(html: string): BuiltPage {
  const document = parseDocument(html);
  const words = wordsIn(document);
  const page: BuiltPage = { scripts: [], styles: [], alternates: {}, isIndexed: true, words, faults: [] };
  visit(document, page);
  return page;
}

function visit(node: Node, page: BuiltPage): void {
  if (isElement(node)) inspect(node, page);
  for (const child of childrenOf(node)) visit(child, page);
}

function readData(text: string, page: BuiltPage): void {
  try {
    const nodes: { mainEntity?: { dateModified?: string } }[] = JSON.parse(text)['@graph'];
    for (const { mainEntity } of nodes) if (mainEntity?.dateModified) page.modified = mainEntity.dateModified;
  } catch (error) {
    page.faults.push(`The data block cannot be read: ${(error as Error).message}`);
  }
}

function inspect(element: Element, page: BuiltPage): void {
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
  const fetched = (fetching[name] ?? []).map((attribute) => attribs[attribute]);
  if (name === 'link' && !linksThatFetchNothing.includes(rel)) fetched.push(attribs['href']);
  for (const url of fetched) {
    if (url && isElsewhere(url)) page.faults.push(`<${name}> fetches from another origin: ${url}`);
  }
}
