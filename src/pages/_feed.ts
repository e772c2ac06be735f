import rss from '@astrojs/rss';
import { library } from '#facts/astro/library.ts';
import { withFigures } from '#facts/placeholder.ts';
import { guidesIn } from '#guides/astro/guide-pages.ts';
import { news } from '#guides/news.ts';
import { texts } from '#i18n/astro/texts.ts';
import { fill } from '#i18n/fill.ts';
import { type Locale, regionalTag } from '#i18n/locale.ts';
import { longDay } from '#i18n/long-day.ts';
import { pathTo, pathToGuide } from '#i18n/paths.ts';
import { deployment, site } from '#site/astro/site.ts';
import { feedItem, feeds } from '#site/feeds.ts';

/** The feed of one language: guides that are new or were compared with their sources again. */
export async function feed(locale: Locale): Promise<Response> {
  const { name, description } = await site();
  const { origin } = await deployment();
  const { checkedAgain } = (await texts(locale)).guides.feed;
  const { facts } = await library();
  const items = news(await guidesIn(locale)).map(({ guide: { title, slug, description: what }, day, isNew }) =>
    feedItem({
      title,
      link: origin + pathToGuide(slug, locale),
      description: withFigures(what, facts, locale),
      day,
      again: isNew ? undefined : fill(checkedAgain, { date: longDay(day, locale) }),
    }),
  );
  const self = `<atom:link href="${origin}${feeds[locale]}" rel="self" type="application/rss+xml"/>`;
  return rss({
    title: name[locale],
    description: description[locale],
    site: origin + pathTo('home', locale),
    items,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${regionalTag[locale].toLowerCase()}</language>${self}`,
  });
}
