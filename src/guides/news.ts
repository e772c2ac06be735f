import type { Guide } from './schema.ts';

/** A guide that is new, or that someone compared with its sources again. */
export interface News<G> {
  guide: G;
  day: string;
  isNew: boolean;
}

/** How many entries a feed holds. Readers of feeds keep what they saw before. */
const longest = 50;

/** The latest event of each guide, the newest first; of one day, in the order of the list. */
export function news<G extends Pick<Guide, 'datePublished' | 'lastReviewed'>>(guides: readonly G[]): News<G>[] {
  return guides
    .map((guide) => {
      const { datePublished, lastReviewed } = guide;
      const isNew = lastReviewed === null || lastReviewed <= datePublished;
      return { guide, day: isNew ? datePublished : lastReviewed, isNew };
    })
    .sort((a, b) => b.day.localeCompare(a.day))
    .slice(0, longest);
}
