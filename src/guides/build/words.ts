import { readFileSync } from 'node:fs';
import type { ContentFile } from '#facts/content-file.ts';
import type { Finding } from '#facts/finding.ts';
import { checkAbbreviations } from '../abbreviations.ts';
import { readGlossary } from '../check-glossary.ts';
import type { Glossary } from '../glossary.ts';
import type { Manuscript } from '../manuscript.ts';
import { guideSchema } from '../schema.ts';
import { subjectOf } from '../subjects.ts';
import { checkMarks } from '../terms.ts';

function findingsIn({ file, data, lineOf }: Manuscript, glossary: Glossary): Finding[] {
  const { data: guide } = guideSchema.safeParse(data);
  if (!guide) return [];
  const source = readFileSync(file, 'utf8');
  const above = [guide.title, ...guide.summary];
  const misplaced: Finding = {
    file,
    line: lineOf(['translationKey']),
    field: 'translationKey',
    rule: 'no subject',
    found: guide.translationKey,
    suggestion: 'Give it a place in src/guides/subjects.ts.',
  };
  return [
    ...checkMarks({ file, source, glossary: guide.glossary, lineOf }),
    ...checkAbbreviations({ file, source, locale: guide.lang, above }, glossary),
    ...(subjectOf(guide.translationKey) ? [] : [misplaced]),
  ];
}

/** What is wrong with the hard words of the site: in the glossary among `files`, and in guides, as far as their front matter is right. */
export function wordFindings(guides: readonly Manuscript[], files: readonly ContentFile[]): Finding[] {
  const { glossary, findings } = readGlossary(files.filter(({ file }) => file.startsWith('content/glossary/')));
  return [...findings, ...guides.flatMap((guide) => findingsIn(guide, glossary))];
}
