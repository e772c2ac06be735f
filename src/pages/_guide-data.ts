import { library } from '#facts/astro/library.ts';
import { cite } from '#facts/cite.ts';
import type { GuidePage } from '#guides/astro/guide-pages.ts';
import { factsInOrder } from '#guides/body.ts';
import { texts } from '#i18n/astro/texts.ts';
import { pathTo, pathToGuide } from '#i18n/paths.ts';
import { deployment, site } from '#site/astro/site.ts';
import type { GuideData } from '#site/json-ld.ts';

/** What a guide's data block is made from: the same front matter, facts and words that its page shows. */
export async function guideData({ data: guide, body = '' }: GuidePage['entry']): Promise<GuideData> {
  const { lang: locale, title, slug } = guide;
  const { origin } = await deployment();
  const { subject, breadcrumb } = (await texts(locale)).guides;
  const { name } = await site();
  const { sources } = cite(factsInOrder(guide, body), await library());
  const home = { name: breadcrumb.home, url: origin + pathTo('home', locale) };
  const url = origin + pathToGuide(slug, locale);
  return {
    url,
    trail: [home, { name: breadcrumb.guides, url: origin + pathTo('guides', locale) }, { name: title, url }],
    title,
    locale,
    subject,
    // "Written by the project": no person is on record, and the project is known by the site's name.
    author: { name: name[locale], url: home.url },
    published: guide.datePublished,
    modified: guide.dateModified,
    lastReviewed: guide.lastReviewed,
    reviewers: guide.reviewers,
    sources: sources.map(({ source }) => source),
  };
}
