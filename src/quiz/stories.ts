import { besideSource, type Comparison, type Placed, place, type Vignette } from './vignettes.ts';

/** A case that has been through the quiz. */
export interface Story extends Placed {
  /** Our result beside the care that its public source tells of; null for a case made up from the criteria. */
  beside: Comparison | null;
}

/** Stories by how our result compares, and how many there are. */
export interface Shelf {
  total: number;
  by: Readonly<Record<Comparison, readonly Story[]>>;
}

/** Runs a case through the quiz and compares. */
export function storyOf(vignette: Vignette): Story {
  const placed = place(vignette);
  const { sourceExpected, sourceNext = null, actual } = placed;
  return {
    ...placed,
    beside: sourceExpected ? besideSource(actual, { headline: sourceExpected, next: sourceNext }) : null,
  };
}

function shelf(stories: readonly Story[], comparedIn: (story: Story) => Comparison): Shelf {
  const by = (comparison: Comparison) => stories.filter((story) => comparedIn(story) === comparison);
  return { total: stories.length, by: { same: by('same'), lower: by('lower'), higher: by('higher') } };
}

/** All cases beside the outcome that the criteria ask for; those from public sources beside the care told there; and the others. */
export function shelves(vignettes: readonly Vignette[]): { expected: Shelf; sources: Shelf; madeUp: readonly Story[] } {
  const stories = vignettes.map(storyOf);
  return {
    expected: shelf(stories, ({ compared }) => compared),
    sources: shelf(
      stories.filter(({ beside }) => beside !== null),
      ({ beside }) => beside ?? 'same',
    ),
    madeUp: stories.filter(({ beside }) => beside === null),
  };
}
