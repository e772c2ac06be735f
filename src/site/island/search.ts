import { finder } from '../find.ts';
import type { IndexedPage } from '../search-index.ts';
import { openFullText } from './full-text.ts';

/** A line of the list: the words under the link are a description, or where the text of the page has what was typed. */
type Result = Pick<IndexedPage, 'path' | 'title'> & { description: string | Node[] };

/** What is typed is said to be found after so long a rest, in milliseconds: a count for every letter would drown the letters. */
const rest = 400;

function item({ path, title, description }: Result): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), { href: path, textContent: title });
  const text = document.createElement('p');
  text.append(...[description].flat());
  const element = document.createElement('li');
  element.append(link, text);
  return element;
}

/** Makes a search box work. Loads nothing before somebody goes into it; puts what they type into no address, title, storage or request. */
export function attachSearch(box: HTMLElement): void {
  const part = <E extends HTMLElement>(selector: string) => box.querySelector<E>(selector) as E;
  const form = part<HTMLFormElement>('form');
  const input = part<HTMLInputElement>('input');
  const status = part('[role=status]');
  const list = part('[data-results]');
  const nothing = part('[data-nothing]');
  const { index = '', fullText = '' } = box.dataset;

  let small: Promise<ReturnType<typeof finder>> | undefined;
  let full: ReturnType<typeof openFullText> | undefined;
  let latest = 0;
  let saying: ReturnType<typeof setTimeout>;

  function warm() {
    small ??= fetch(index).then(async (response) => finder(await response.json()));
    // Without a connection the next letter tries again.
    small.catch(() => {
      small = undefined;
    });
    full ??= openFullText(fullText);
    return { small, full };
  }

  function say(text = ''): void {
    clearTimeout(saying);
    saying = setTimeout(() => {
      status.textContent = text;
    }, rest);
  }

  function show(results: readonly Result[], isFinal: boolean): void {
    // Adds what is new: a reader may be on one of those that stand there.
    const shown = list.childElementCount;
    list.append(...results.slice(shown).map(item));
    const { searching, none, one, many = '' } = status.dataset;
    nothing.hidden = !isFinal || results.length > 0;
    if (results.length > 1) say(many.replace('{count}', String(results.length)));
    else if (results.length === 1) say(one);
    else say(isFinal ? none : searching);
  }

  async function answer(): Promise<void> {
    const turn = ++latest;
    const query = input.value.trim();
    nothing.hidden = true;
    if (!query) {
      list.replaceChildren();
      return say();
    }
    const sources = warm();
    try {
      const { pages, telling } = (await sources.small)(query);
      list.replaceChildren();
      show(pages, false);
      const inText = await sources.full(telling, () => turn === latest);
      if (turn !== latest) return;
      const known = pages.map(({ path }) => path);
      show([...pages, ...inText.filter(({ path }) => !known.includes(path))], true);
    } catch {
      if (turn === latest) say(status.dataset['failed']);
    }
  }

  form.addEventListener('focusin', warm);
  input.addEventListener('input', answer);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer();
  });
  document.addEventListener('leave', () => form.reset());
}
