import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { SiteConfig } from '../config.ts';
import { printedProblems, readSite } from '../site-problems.ts';

/** Where the settings of the operator stand. */
export const siteFile = 'content/site.yaml';

/** Parses YAML. Throws a line with the place where it is none. */
export function parseSite(text: string, file = siteFile): unknown {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) throw new Error(`${file}:${fault.linePos?.[0].line ?? 1} ${fault.message.split(' at line ')[0]}.`);
  return document.toJS();
}

/** Reads and checks `content/site.yaml` outside Astro. Throws an error with a line for each wrong field. */
export function readSiteFile(path = siteFile): SiteConfig {
  if (!existsSync(path)) throw new Error(`${path} is missing. Make one: npm run ops -- init`);
  const { site, problems } = readSite(parseSite(readFileSync(path, 'utf8'), path));
  if (!site) throw new Error(printedProblems(path, problems));
  return site;
}
