import type { PerLocale } from '#i18n/locale.ts';

/** Where the feed of new and re-reviewed guides is, per language. */
export const feeds: PerLocale<string> = { en: '/feed.xml', es: '/es/feed.xml' };

/** One thing that happened, for readers of feeds. */
export interface FeedEntry {
  title: string;
  /** Absolute address of the page. */
  link: string;
  description: string;
  /** When it happened, `2026-11-22`. */
  day: string;
  /** Opens the description of a page that was there before: what happened to it. */
  again?: string | undefined;
}

/** An entry as the feed's writer wants it. A page that comes again needs an id that nobody has seen, or feed readers would not show it. */
export const feedItem = ({ title, link, description, day, again }: FeedEntry) => ({
  title,
  link,
  pubDate: new Date(`${day}T00:00:00Z`),
  description: again ? `${again} ${description}` : description,
  ...(again && { customData: `<guid isPermaLink="false">${link}#${day}</guid>` }),
});
