import { getEntry } from 'astro:content';
import { guidesIn } from '#guides/astro/guide-pages.ts';
import { texts } from '#i18n/astro/texts.ts';
import type { Locale } from '#i18n/locale.ts';
import { type Page, pathTo, pathToGuide } from '#i18n/paths.ts';
import { deployment } from '#site/astro/site.ts';
import { isLinked } from '#site/nav.ts';

/** The pages of `content/search` to start from: guides under their title, fixed pages under the words that all links to them have. */
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
    if (!title) {
      throw new Error(
        `content/search/${locale}.yaml: topPages has "${key}", which is no guide of this language and no page with a link.`,
      );
    }
    return isLinked(key as Page, here) ? { path: pathTo(key as Page, locale), title } : [];
  });
}
