import { type CollectionEntry, getCollection } from 'astro:content';
import type { Locale, PerLocale } from '#i18n/locale.ts';
import { pathToGuide } from '#i18n/paths.ts';
import { inOrder, neighbours } from '../order.ts';
import { changedSince, pathsByKey } from '../pairing.ts';
import type { Guide } from '../schema.ts';

/** A link to a guide, its title as text. */
export interface GuideLink {
  title: string;
  path: string;
}

/** All that a guide's page has to know besides the guide. Worked out once for all pages. */
export interface GuidePage {
  entry: CollectionEntry<'guides'>;
  /** Its path in every language it exists in. */
  alternates: Partial<PerLocale<string>>;
  /** The day its English source changed, where that is later than this text. */
  sourceChanged: string | undefined;
  previous: GuideLink | undefined;
  next: GuideLink | undefined;
  /** What to read next, as far as it exists in this language and is no neighbour. */
  related: GuideLink[];
}

const linkTo = (guide: Guide): GuideLink => ({ title: guide.title, path: pathToGuide(guide.slug, guide.lang) });

/** The guides of one language in the order of the list. */
export async function guidesIn(locale: Locale): Promise<Guide[]> {
  const entries = await getCollection('guides');
  return inOrder(
    entries.map(({ data }) => data),
    locale,
  );
}

/** The guide pages of one language, as Astro's `getStaticPaths` wants them. */
export async function guidePages(locale: Locale): Promise<{ params: { slug: string }; props: GuidePage }[]> {
  const entries = await getCollection('guides');
  const paths = pathsByKey(entries.map(({ data }) => data));
  const ordered = await guidesIn(locale);
  const byKey = new Map(ordered.map((guide) => [guide.translationKey, guide]));
  const sources = new Map((await guidesIn('en')).map((guide) => [guide.translationKey, guide]));
  return entries
    .filter(({ data }) => data.lang === locale)
    .map((entry) => {
      const { previous, next } = neighbours(entry.data, ordered);
      const related = entry.data.related
        .flatMap((key) => byKey.get(key) ?? [])
        .filter((guide) => guide !== previous && guide !== next);
      return {
        params: { slug: entry.data.slug },
        props: {
          entry,
          alternates: paths.get(entry.data.translationKey) ?? {},
          sourceChanged: changedSince(entry.data, sources.get(entry.data.translationKey)),
          previous: previous && linkTo(previous),
          next: next && linkTo(next),
          related: related.map(linkTo),
        },
      };
    });
}
