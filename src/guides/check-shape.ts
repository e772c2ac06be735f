import { didYouMean, type Finding } from '#facts/finding.ts';
import { nearest } from '#i18n/nearest.ts';
import { componentNames } from './components.ts';
import { figuresTypedInto } from './figures.ts';
import type { Manuscript } from './manuscript.ts';

/** Figures that stand in the text instead of in a fact. */
export function checkFigures({ file, prose }: Manuscript): Finding[] {
  return prose.flatMap(({ words, line, field }) =>
    figuresTypedInto(words).map(({ figure, linesDown }) => ({
      file,
      line: line + linesDown,
      ...(field && { field }),
      rule: 'figure typed into prose',
      found: figure,
      suggestion: field
        ? 'Make it a fact and write {fact:its-id}.'
        : 'Make it a fact and write <Fact id="its-id" />, or say it without a figure.',
    })),
  );
}

/** Sections are h2, what lies inside them h3: a screen reader walks from one to the next. The title is the only h1. */
function headingOrder({ headings }: Manuscript): [line: number, found: string, suggestion: string][] {
  return headings.flatMap(({ depth, text, line }, place): [number, string, string][] => {
    if (depth === 1) return [[line, text, 'The title is the only h1: write ##.']];
    const above = headings[place - 1]?.depth ?? 1;
    if (depth <= above + 1) return [];
    return [[line, text, `Write ${'#'.repeat(above + 1)}: it stands below an h${above}.`]];
  });
}

const isComponent = (name: string): boolean => /^[A-Z]/.test(name);

/** What is wrong with the form of a text: headings, tables, pictures, components. `hasImage` says whether a picture's file exists. */
export function checkShape(
  manuscript: Manuscript,
  hasImage: (url: string, manuscript: Manuscript) => boolean,
): Finding[] {
  const { file, headingsWithFact, bareTables, alignedTables, components, images } = manuscript;
  const at = (line: number, rule: string, found: string, suggestion: string) => ({
    file,
    line,
    rule,
    found,
    suggestion,
  });
  return [
    ...headingsWithFact.map((line) => at(line, 'figure in a heading', '<Fact>', 'Say it in the first sentence below.')),
    ...headingOrder(manuscript).map(([line, found, suggestion]) => at(line, 'heading level', found, suggestion)),
    ...bareTables.map((line) => at(line, 'table without a caption', 'table', 'Put it into <Table caption="…">.')),
    ...alignedTables.map((line) =>
      at(line, 'aligned table', ':--', 'Write plain --- : our security policy blocks the style it needs.'),
    ),
    ...components
      .filter(({ name }) => !(componentNames as readonly string[]).includes(name))
      .map(({ name, line }) =>
        isComponent(name)
          ? at(
              line,
              'unknown component',
              name,
              didYouMean(nearest(name, componentNames), `Known: ${componentNames.join(', ')}.`),
            )
          : at(line, 'HTML in a guide', `<${name}>`, 'Write Markdown, or one of our components.'),
      ),
    ...images.flatMap((image) => [
      ...(hasImage(image.url, manuscript)
        ? []
        : [at(image.line, 'missing image', image.url, 'Put the file there, or take the picture out.')]),
      ...(image.alt.trim()
        ? []
        : [at(image.line, 'image without words', image.url, 'Say in the brackets what it shows.')]),
    ]),
  ];
}
