/**
 * Whether two words differ by one slip of the hand: a letter left out, added or mistaken, or two neighbours swapped. Swapping is the
 * commonest slip and counts two steps in Levenshtein's distance, so that a limit of one step would miss it.
 */
export function isOneSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left = '', right = ''] = [one, other].map((word) => word.slice(start, word.length - end));
  // In a word of four letters a mistaken one too often makes another word: size, site.
  if (left.length === 1 && right.length === 1) return shorter > 4;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === [...right].reverse().join('');
}

/** So many letters must stand before a word is completed, or counts as another form of a word. */
const shortestStart = 3;
const shortestStem = 4;

/**
 * How well a typed word fits a written one, spelled right: 1 the same, less where one is the beginning of the other ("cost", "costs") or
 * both have the longer part in common ("trabajo", "trabajar"), 0 otherwise.
 */
export function closeness(typed: string, written: string): number {
  if (typed === written) return 1;
  if (typed.length >= shortestStart && written.startsWith(typed)) return 0.8;
  let shared = 0;
  while (shared < written.length && typed[shared] === written[shared]) shared++;
  const apart = typed.length + written.length - 2 * shared;
  return shared >= shortestStem && apart <= shortestStem ? 0.6 : 0;
}

/** How well a word fits that was typed with a slip. */
const slipped = 0.5;

/** Every word that a typed one may mean, with how well it fits. Slips are looked for only where nothing fits as it stands. */
export function meant(typed: string, vocabulary: Iterable<string>): Map<string, number> {
  const words = [...vocabulary];
  const fitting = words.map((word) => [word, closeness(typed, word)] as const).filter(([, fit]) => fit > 0);
  if (fitting.length > 0 || typed.length < shortestStem) return new Map(fitting);
  return new Map(words.filter((word) => isOneSlip(typed, word)).map((word) => [word, slipped]));
}

/** The typed word or, where it only fits others with a slip, the first of those. */
export function spelledRight(typed: string, meanings: ReadonlyMap<string, number>): string {
  const [[word, fit] = [typed, 0]] = meanings;
  return fit === slipped ? word : typed;
}

/**
 * Whether any of the words in a text can be one of those that were asked for. Pagefind widens a word that it does not know until
 * something fits: "detox" finds "de".
 */
export function isAbout(asked: readonly string[], words: readonly string[]): boolean {
  return asked.some((typed) => words.some((word) => word.startsWith(typed.slice(0, shortestStem))));
}
