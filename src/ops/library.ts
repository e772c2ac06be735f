import { existsSync, globSync, readFileSync } from 'node:fs';
import { parseYaml, readYaml } from '#facts/build/read.ts';
import { readLibrary } from '#facts/check.ts';
import { readBy } from '#facts/content-file.ts';
import { printed } from '#facts/finding.ts';
import type { Library } from '#facts/library.ts';
import { type Guide, guideSchema } from '#guides/schema.ts';
import { clockFrom } from '#requests/run/clock.ts';
import { readSettings } from '#requests/run/settings.ts';

/** A guide and the file it stands in. */
export interface GuideFile {
  file: string;
  guide: Guide;
}

/** What the commands about content work with. */
export interface ContentDesk {
  library: Library;
  guides: GuideFile[];
  /** Content files with their text, to see where a fact is named. */
  files: { file: string; text: string }[];
  /** `2026-11-22`, by the test clock where one is set. */
  today: string;
}

function guideIn({ file, text }: { file: string; text: string }): GuideFile[] {
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  const { value } = readBy(guideSchema, parseYaml(file, frontMatter, 1));
  return value ? [{ file, guide: value }] : [];
}

/** Reads facts, sources and guides of the folder we stand in, or says in one sentence why it cannot. */
export function openContent(env: Readonly<Record<string, string | undefined>>): ContentDesk | string {
  const read = readSettings(env);
  if (!read.ok) return read.problems.join('\n');
  if (!existsSync('content/facts')) return 'No content/facts here. Run this in the folder of the project.';
  const factFiles = globSync('content/facts/*.yaml').sort().map(readYaml);
  const sourcesFile = readYaml('content/sources.yaml');
  const { library, findings } = readLibrary(factFiles, sourcesFile);
  // What cannot be read would be missing from every list in silence.
  const [fault] = [...[...factFiles, sourcesFile].flatMap((file) => file.findings), ...findings];
  if (fault) return `${printed(fault)} All faults: npm run lint:content`;
  const files = globSync('content/**/*.{mdx,yaml}')
    .filter((file) => !/^content\/(facts\/|sources\.yaml)/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return {
    library,
    guides: files.filter(({ file }) => file.startsWith('content/guides/')).flatMap(guideIn),
    files,
    today: clockFrom(read.settings.NRS_TEST_CLOCK).now().toISOString().slice(0, 10),
  };
}
