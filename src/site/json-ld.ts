import type {
  Article,
  BreadcrumbList,
  DefinedTermSet,
  Graph,
  MedicalWebPage,
  Organization,
  Person,
  Thing,
  WebSite,
} from 'schema-dts';
import { type Locale, locales } from '#i18n/locale.ts';
import type { Operator } from './config.ts';

/** What a data block says of a guide. Every text but the subject also stands on the page, and every address is absolute. */
export interface GuideData {
  url: string;
  /** The way to the guide from the home page, the guide itself last. */
  trail: readonly { name: string; url: string }[];
  title: string;
  locale: Locale;
  /** The condition that the guide is about. */
  subject: string;
  /** Who really wrote it. */
  author: { name: string; url: string };
  /** Days such as `2026-11-22`. */
  published: string;
  modified: string;
  /** The day someone compared the whole guide with its sources; null until someone has. */
  lastReviewed: string | null;
  /** Real people who reviewed it. */
  reviewers: readonly { name: string; credentials: string }[];
  sources: readonly { url: string }[];
}

const graph = (...nodes: Thing[]): Graph => ({ '@context': 'https://schema.org', '@graph': nodes });

const reviewer = ({ name, credentials }: GuideData['reviewers'][number]): Person => ({
  '@type': 'Person',
  name,
  hasCredential: { '@type': 'EducationalOccupationalCredential', name: credentials },
});

/** The data block of a guide. A review stands in it only where a real one is on record. */
export function guideGraph(guide: GuideData): Graph {
  const article: Article = {
    '@type': 'Article',
    headline: guide.title,
    author: { '@type': 'Organization', ...guide.author },
    datePublished: guide.published,
    dateModified: guide.modified,
    // By address alone: titles would weigh as much again, and every guide has to fit into one first flight.
    citation: guide.sources.map(({ url }) => ({ '@id': url })),
  };
  const trail: BreadcrumbList = {
    '@type': 'BreadcrumbList',
    itemListElement: guide.trail.map(({ name, url: item }, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      name,
      item,
    })),
  };
  const page: MedicalWebPage = {
    '@type': 'MedicalWebPage',
    '@id': guide.url,
    inLanguage: guide.locale,
    medicalAudience: { '@type': 'Patient' },
    about: { '@type': 'MedicalCondition', name: guide.subject },
    ...(guide.lastReviewed && { lastReviewed: guide.lastReviewed }),
    ...(guide.reviewers.length > 0 && { reviewedBy: guide.reviewers.map(reviewer) }),
    mainEntity: article,
    breadcrumb: trail,
  };
  return graph(page);
}

/** The data block of the home page: the site, and who stands behind it. */
export function homeGraph(site: {
  /** The site's own origin, without a closing slash. */
  origin: string;
  name: string;
  description: string;
  /** Whoever really runs it; undefined where nobody does. */
  runner: Pick<Operator, 'legalName'> | undefined;
}): Graph {
  const { origin, name, description, runner } = site;
  const url = `${origin}/`;
  const organization: Organization = {
    '@type': 'Organization',
    '@id': `${url}#organization`,
    name,
    url,
    ...(runner && { legalName: runner.legalName }),
  };
  const whole: WebSite = {
    '@type': 'WebSite',
    '@id': `${url}#website`,
    name,
    description,
    url,
    inLanguage: locales,
    publisher: { '@id': `${url}#organization` },
  };
  return graph(organization, whole);
}

/** The data block of a glossary. Each term's id is its anchor on the page. */
export function definedTermSet(glossary: {
  /** Absolute address of the page. */
  url: string;
  name: string;
  locale: Locale;
  terms: readonly { id: string; term: string; definition: string }[];
}): Graph {
  const { url, name, locale: inLanguage, terms } = glossary;
  const set: DefinedTermSet = {
    '@type': 'DefinedTermSet',
    '@id': url,
    url,
    name,
    inLanguage,
    hasDefinedTerm: terms.map(({ id, term, definition }) => ({
      '@type': 'DefinedTerm',
      '@id': `${url}#${id}`,
      name: term,
      description: definition,
    })),
  };
  return graph(set);
}

/** A data block as it may stand between script tags: nothing in it can end the element. */
export const inScript = (data: Graph): string => JSON.stringify(data).replaceAll('<', '\\u003c');
