/** A heading of a rendered guide. */
export interface Heading {
  /** 2 for h2. */
  depth: number;
  /** The id that links point to. */
  slug: string;
  text: string;
}

/** "On this page": the h2 headings, or none where there are too few to get lost among. */
export function outline(headings: readonly Heading[]): Heading[] {
  const sections = headings.filter(({ depth }) => depth === 2);
  return sections.length < 3 ? [] : sections;
}
