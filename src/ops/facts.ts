import { didYouMean } from '#facts/finding.ts';
import type { Fact } from '#facts/schema.ts';
import { checkBy, dueFacts, isOverdue, lookAhead } from '#facts/stale.ts';
import { nearest } from '#i18n/nearest.ts';
import type { ContentDesk } from './library.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';

/** The sources of a fact with the addresses to open. A source that is not described keeps its id. */
const sourcesOf = ({ sources }: Fact, { library }: ContentDesk) =>
  sources.map((id) => ({
    id,
    title: library.sources.get(id)?.title ?? id,
    url: library.sources.get(id)?.url ?? '',
    accessed: library.sources.get(id)?.accessed ?? null,
  }));

/** What has to be compared with its sources up to 30 days from now. The exit code says whether something is overdue. */
export function stale(desk: ContentDesk, asJson: boolean): Outcome {
  const { library, today } = desk;
  const until = lookAhead(today);
  const facts = dueFacts(library.facts, until).map(({ id, checkBy: day }) => ({
    id,
    checkBy: day,
    isOverdue: day === null || isOverdue(day, today),
    sources: sourcesOf(library.facts.get(id) as Fact, desk),
  }));
  const guides = desk.guides
    .filter(({ guide }) => guide.reviewBy <= until)
    .map(({ file, guide: { reviewBy } }) => ({ file, reviewBy, isOverdue: isOverdue(reviewBy, today) }))
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy));
  const exitCode = [...facts, ...guides].some((due) => due.isOverdue) ? 1 : 0;
  if (asJson) return { ...json({ today, until, facts, guides }), exitCode };
  if (facts.length + guides.length === 0) return done(`Nothing to compare before ${until}.`);
  const by = (day: string | null, late: boolean) =>
    day === null ? 'never checked' : late ? `overdue since ${day}` : `by ${day}`;
  const text = [
    ...facts.flatMap((fact) => [
      `${fact.id}  ${by(fact.checkBy, fact.isOverdue)}`,
      ...fact.sources.map(({ title, url }) => `    ${title}  ${url}`),
    ]),
    ...guides.map(({ file, reviewBy, isOverdue }) => `${file}  ${by(reviewBy, isOverdue)}`),
  ].join('\n');
  return { ...done(text), exitCode };
}

/** One fact: what it says, who says so, when that was compared, and where it is printed. */
export function showFact(desk: ContentDesk, id: string, asJson: boolean): Outcome {
  const { library, files } = desk;
  const fact = library.facts.get(id);
  if (!fact) {
    const otherwise = 'All facts lie in content/facts.';
    return impossible(`No fact "${id}". ${didYouMean(nearest(id, library.facts.keys()), otherwise)}`);
  }
  const named = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
  const shown = {
    id,
    claim: fact.claim,
    figure: fact.figure,
    scope: fact.scope,
    checked: fact.checked,
    checkBy: fact.checked && checkBy(fact.checked),
    sources: sourcesOf(fact, desk),
    usedIn: files.filter(({ text }) => named.test(text)).map(({ file }) => file),
  };
  if (asJson) return json(shown);
  const { claim, figure, scope, sources, usedIn } = shown;
  return done(
    [
      `${id}  checked ${shown.checked ?? 'never'}, again by ${shown.checkBy ?? 'now'}`,
      ...(['en', 'es'] as const).map(
        (locale) => `${locale}  ${claim[locale]}  [${figure[locale]}]  (${scope[locale]})`,
      ),
      ...sources.map(({ title, url, accessed }) => `source  ${title}  ${url}  opened ${accessed ?? 'never'}`),
      ...usedIn.map((file) => `used in  ${file}`),
    ].join('\n'),
  );
}
