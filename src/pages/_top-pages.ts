import { getEntry } from 'astro:content';
import { guidesIn } from '#guides/astro/guide-pages.ts';
import { texts } from '#i18n/astro/texts.ts';
import type { Locale } from '#i18n/locale.ts';
import { type Page, pathTo, pathToGuide } from '#i18n/paths.ts';
import { deployment } from '#site/astro/site.ts';
import { isLinked } from '#site/nav.ts';

/**
 * The pages of `content/search` to start from: guides under their title, fixed pages under the words that all links to them have. What is
 * not published or built is passed over; the build stops at a key that leads nowhere.
 */
export async function topPages(locale: Locale): Promise<{ path: string; title: string }[]> {
  const words = await getEntry('search', locale);
  if (!words) throw new Error(`content/search/${locale}.yaml is missing`);
  const here = await deployment();
  const links: Partial<Record<string, string>> = (await texts(locale)).site.links;
  const guides = new Map((await guidesIn(locale)).map((guide) => [guide.translationKey, guide]));
  return words.data.topPages.flatMap((key) => {
    const guide = guides.get(key);
    if (guide) return { path: pathToGuide(guide.slug, locale), title: guide.title };
    const title = links[key];
    return title && isLinked(key as Page, here) ? { path: pathTo(key as Page, locale), title } : [];
  });
}
