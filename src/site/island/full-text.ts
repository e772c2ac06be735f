import { isAbout } from '../closeness.ts';
import { wordsOf } from '../words-of.ts';

/** As much of Pagefind's own interface as is used here: https://pagefind.app/docs/api/ */
interface Pagefind {
  createInstance(options: { metaCacheTag: string; excerptEllipsis: string }): {
    init(): Promise<void>;
    search(query: string): Promise<{ results: { data(): Promise<Fragment> }[] }>;
  };
}
interface Fragment {
  url: string;
  meta: { title: string };
  /** The words around a match as HTML, escaped but for `<mark>` around the match. */
  excerpt: string;
}

/** A page that has the words somewhere in its text. */
export interface InText {
  path: string;
  title: string;
  /** The words around what was typed, which is marked. */
  description: Node[];
}

/** Each one is a file to load. */
const mostResults = 6;

/** A document of its own runs no script and fetches nothing. */
const nodesOf = (html: string): Node[] => [...new DOMParser().parseFromString(html, 'text/html').body.childNodes];

const markedIn = (nodes: readonly Node[]): string[] =>
  nodes.filter(({ nodeName }) => nodeName === 'MARK').flatMap(({ textContent }) => wordsOf(textContent ?? ''));

/**
 * Loads Pagefind's search from its folder. The search answers one query at a time, and leaves out those that nobody waits for any more
 * when their turn comes. Where it cannot be loaded it finds nothing: the small index has answered already.
 */
export function openFullText(folder: string): (words: readonly string[], isWanted: () => boolean) => Promise<InText[]> {
  // A bare name: Vite would add its loader for files of its own to an address written here.
  const program = `${folder}pagefind.js`;
  const pagefind = import(/* @vite-ignore */ program).then(async ({ createInstance }: Pagefind) => {
    // Without the tag every visit would ask for the same file by another address.
    const instance = createInstance({ metaCacheTag: '', excerptEllipsis: '…' });
    await instance.init();
    return instance;
  });
  pagefind.catch(() => {});
  let before: Promise<unknown> = Promise.resolve();

  async function search(words: readonly string[], isWanted: () => boolean): Promise<InText[]> {
    if (!isWanted()) return [];
    const { results } = await (await pagefind).search(words.join(' '));
    const pages = await Promise.all(results.slice(0, mostResults).map((result) => result.data()));
    return pages
      .map(({ url, meta, excerpt }) => ({ path: url, title: meta.title, description: nodesOf(excerpt) }))
      .filter(({ description }) => isAbout(words, markedIn(description)));
  }
  return (words, isWanted) => {
    const answer = before.then(() => search(words, isWanted)).catch(() => []);
    before = answer;
    return answer;
  };
}
