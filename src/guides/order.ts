import type { Locale } from '#i18n/locale.ts';
import { type Audience, audiences, type Guide } from './schema.ts';

/** The guides of one language as a reader finds them in the list: by main reader, then by title. */
export function inOrder<G extends Pick<Guide, 'audience' | 'title' | 'lang'>>(
  guides: readonly G[],
  locale: Locale,
): G[] {
  const place = ({ audience }: G) => audiences.indexOf(audience[0] as Audience);
  return guides
    .filter(({ lang }) => lang === locale)
    .sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, locale));
}

/** The guides before and after one of an ordered list; undefined at its ends. */
export function neighbours<G>(guide: G, ordered: readonly G[]): { previous: G | undefined; next: G | undefined } {
  const place = ordered.indexOf(guide);
  return { previous: ordered[place - 1], next: place < 0 ? undefined : ordered[place + 1] };
}

/** Groups of guides, one per kind of reader who has any. A guide stands in the group of each of its readers. */
export function byAudience<G extends Pick<Guide, 'audience'>>(
  ordered: readonly G[],
): { audience: Audience; guides: G[] }[] {
  return audiences
    .map((audience) => ({ audience, guides: ordered.filter((guide) => guide.audience.includes(audience)) }))
    .filter(({ guides }) => guides.length > 0);
}
