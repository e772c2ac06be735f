import { globSync, readFileSync } from 'node:fs';
import type { ContentFile } from '#facts/content-file.ts';
import { checkLanguage, type LanguageFindings } from '../language.ts';
import type { Manuscript } from '../manuscript.ts';
import { textOfManuscript, textOfMarkdown, textsOfYaml } from '../texts-of.ts';

/** Words that are not ours: the titles of sources are their authors', and what readers type is theirs. */
const isQuoted = (file: string): boolean => file === 'content/sources.yaml' || file.startsWith('content/search/');

/** Reads all content for words to avoid. */
export function languageFindings(yaml: readonly ContentFile[], manuscripts: readonly Manuscript[]): LanguageFindings {
  const consent = globSync('content/consent/*.md')
    .sort()
    .map((file) => textOfMarkdown(file, readFileSync(file, 'utf8')));
  return checkLanguage([
    ...yaml.filter(({ file }) => !isQuoted(file)).flatMap(textsOfYaml),
    ...manuscripts.map(textOfManuscript),
    ...consent,
  ]);
}
