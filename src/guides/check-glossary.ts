import { type ContentFile, readBy } from '#facts/content-file.ts';
import { didYouMean, type Finding } from '#facts/finding.ts';
import { nearest } from '#i18n/nearest.ts';
import { figuresTypedInto } from './figures.ts';
import { type Glossary, type Term, termSchema } from './glossary.ts';
import { subjectOf, subjects } from './subjects.ts';

/** The id of a word is the name of its file. */
const idOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.yaml$/, '');

/** Figures need a source and a date, which a definition has no room for. */
function figures({ file, lineOf }: ContentFile, { definition }: Term): Finding[] {
  return Object.entries(definition).flatMap(([locale, words]) =>
    figuresTypedInto(words).map(({ figure }) => ({
      file,
      line: lineOf(['definition', locale]),
      field: `definition.${locale}`,
      rule: 'figure in a definition',
      found: figure,
      suggestion: 'Say it without, and name the fact under facts.',
    })),
  );
}

function guide({ file, lineOf }: ContentFile, { guide: key }: Term): Finding[] {
  if (key === undefined || subjectOf(key)) return [];
  const suggestion = didYouMean(nearest(key, Object.values(subjects).flat()), 'Take it out until we plan one.');
  return [{ file, line: lineOf(['guide']), field: 'guide', rule: 'unknown guide', found: key, suggestion }];
}

/** The words that their schema accepts, and findings for all that is wrong with them. */
export function readGlossary(files: readonly ContentFile[]): { glossary: Glossary; findings: Finding[] } {
  const glossary = new Map<string, Term>();
  const findings: Finding[] = [];
  for (const content of files) {
    if (content.data === undefined) continue;
    const { value, findings: wrong } = readBy(termSchema, content);
    findings.push(...wrong);
    if (!value) continue;
    glossary.set(idOf(content.file), value);
    findings.push(...figures(content, value), ...guide(content, value));
  }
  return { glossary, findings };
}
