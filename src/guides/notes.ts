import type { Finding } from '#facts/finding.ts';
import { isOverdue } from '#facts/stale.ts';
import { locales } from '#i18n/locale.ts';
import type { ContentMap } from './content-map.ts';
import { changedSince } from './pairing.ts';
import type { ReadGuide } from './read-guide.ts';

/** Guides of the content map that are not published, in English or where they have to exist in Spanish. */
export function missingGuides(published: readonly ReadGuide[], { guides }: ContentMap): Finding[] {
  const there = new Set(published.map(({ guide }) => `${guide.lang}/${guide.translationKey}`));
  return locales.flatMap((locale) =>
    Object.entries(guides)
      .filter(([, { spanish }]) => locale === 'en' || spanish)
      .filter(([key]) => !there.has(`${locale}/${key}`))
      .map(([key]) => ({
        file: `content/guides/${locale}/${key}.mdx`,
        line: undefined,
        rule: 'missing guide',
        found: key,
        suggestion: locale === 'en' ? 'Write it.' : 'Write it in Spanish: the content map asks for it.',
      })),
  );
}

/** Questions of the content map that no published English guide claims and no fixed page answers. */
export function unclaimedQuestions(published: readonly ReadGuide[], { questions }: ContentMap): Finding[] {
  const claimed = new Set(published.flatMap(({ guide }) => (guide.lang === 'en' ? guide.questions : [])));
  return Object.entries(questions)
    .filter(([id, { page }]) => !page && !claimed.has(id))
    .map(([id, { asks }]) => ({
      file: 'content/content-map.yaml',
      line: undefined,
      field: `questions.${id}`,
      rule: 'unclaimed question',
      found: asks,
      suggestion: 'Answer it in a guide, and name it in that guide’s questions.',
    }));
}

/** Guides whose day of review has passed. Their pages say so, too. */
export function overdueReviews(published: readonly ReadGuide[], today: string): Finding[] {
  return published
    .filter(({ guide }) => isOverdue(guide.reviewBy, today))
    .map(({ guide, manuscript: { file, lineOf } }) => ({
      file,
      line: lineOf(['reviewBy']),
      field: 'reviewBy',
      rule: 'overdue review',
      found: guide.reviewBy,
      suggestion: 'Compare the whole guide with its sources, then set lastReviewed and reviewBy.',
    }));
}

/** Spanish guides whose English source changed later. Their pages say so, too. */
export function staleTranslations(published: readonly ReadGuide[]): Finding[] {
  const sources = new Map(
    published.filter(({ guide }) => guide.lang === 'en').map(({ guide }) => [guide.translationKey, guide]),
  );
  return published.flatMap(({ guide, manuscript: { file, lineOf } }) => {
    const day = changedSince(guide, sources.get(guide.translationKey));
    if (!day) return [];
    return {
      file,
      line: lineOf(['dateModified']),
      field: 'dateModified',
      rule: 'behind its source',
      found: guide.dateModified,
      suggestion: `The English guide changed on ${day}. Bring its changes over, then set dateModified.`,
    };
  });
}
