import { guidesIn } from '#guides/astro/guide-pages.ts';
import { texts } from '#i18n/astro/texts.ts';
import type { Locale } from '#i18n/locale.ts';
import { addresses, type Page, pathTo, pathToGuide } from '#i18n/paths.ts';
import { deployment } from '#site/astro/site.ts';
import { isLinked } from '#site/nav.ts';
import type { SiteTexts } from '#site/texts.ts';

/** A link as readers see it. */
export interface Link {
  path: string;
  title: string;
}

/** A fixed page that has a name among the links of the site. */
export type LinkedPage = keyof SiteTexts['links'] & Page;

const isPage = (name: string): name is LinkedPage => name in addresses;

/**
 * Links by name, in order: fixed pages under the words that all links to them have, guides, named by translationKey, under their
 * title. A guide that does not exist in this language has no link, nor has a page that this deployment does not invite to.
 */
export async function linksTo(names: readonly (LinkedPage | (string & {}))[], locale: Locale): Promise<Link[]> {
  const here = await deployment();
  const { links } = (await texts(locale)).site;
  const guides = new Map((await guidesIn(locale)).map((guide) => [guide.translationKey, guide]));
  return names.flatMap((name): Link[] => {
    if (isPage(name)) return isLinked(name, here) ? [{ path: pathTo(name, locale), title: links[name] }] : [];
    const guide = guides.get(name);
    return guide ? [{ path: pathToGuide(guide.slug, locale), title: guide.title }] : [];
  });
}
