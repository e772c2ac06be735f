import { globSync, readFileSync } from 'node:fs';
import type { ContentFile } from '#facts/content-file.ts';
import { checkLanguage, type LanguageFindings } from '../language.ts';
import type { Manuscript } from '../manuscript.ts';
import { textOfManuscript, textOfMarkdown, textsOfYaml } from '../texts-of.ts';

/** Reads all content for words to avoid. The titles of sources are their authors', so `sources.yaml` is left out. */
export function languageFindings(yaml: readonly ContentFile[], manuscripts: readonly Manuscript[]): LanguageFindings {
  const consent = globSync('content/consent/*.md')
    .sort()
    .map((file) => textOfMarkdown(file, readFileSync(file, 'utf8')));
  return checkLanguage([
    ...yaml.filter(({ file }) => file !== 'content/sources.yaml').flatMap(textsOfYaml),
    ...manuscripts.map(textOfManuscript),
    ...consent,
  ]);
}
