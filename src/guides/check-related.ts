import type { Finding } from '#facts/finding.ts';
import { locales } from '#i18n/locale.ts';
import type { ReadGuide } from './read-guide.ts';

type Edges = ReadonlyMap<string, ReadGuide>;

/** The way along `related` from one guide back to itself, shortest first; undefined where there is none. */
function wayBack(start: ReadGuide, first: string, guides: Edges): string[] | undefined {
  const home = start.guide.translationKey;
  const queue: string[][] = [[first]];
  const seen = new Set<string>();
  for (let way = queue.shift(); way; way = queue.shift()) {
    const last = way.at(-1) ?? '';
    if (last === home) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of guides.get(last)?.guide.related ?? []) queue.push([...way, next]);
  }
  return undefined;
}

/**
 * Guides that send a reader in a circle: to themselves, or from one to the next and back. `order` is the content map: the link that
 * leads back to an earlier guide is the one to take out.
 */
export function checkCircles(guides: readonly ReadGuide[], order: readonly string[]): Finding[] {
  const places = new Map(order.map((key, place) => [key, place]));
  const place = (key: string): number => places.get(key) ?? order.length;
  /** Of two guides that the content map does not order, the later name gives way. */
  const isBack = (from: string, to: string): boolean =>
    place(to) < place(from) || (place(to) === place(from) && to <= from);
  const byKey = new Map(
    locales.map((locale) => [
      locale,
      new Map(guides.filter(({ guide }) => guide.lang === locale).map((read) => [read.guide.translationKey, read])),
    ]),
  );
  return guides.flatMap((read): Finding[] => {
    const { guide, manuscript } = read;
    return guide.related.flatMap((key, index): Finding[] => {
      if (!isBack(guide.translationKey, key)) return [];
      const way = wayBack(read, key, byKey.get(guide.lang) ?? new Map());
      if (!way) return [];
      const at = { file: manuscript.file, line: manuscript.lineOf(['related', index]), field: `related.${index}` };
      const found = [guide.translationKey, ...way].join(' → ');
      return [{ ...at, rule: 'circle of related guides', found, suggestion: `Take "${key}" out here.` }];
    });
  });
}
