import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type SiteConfig, siteSchema } from '../config.ts';

/** Reads and checks `content/site.yaml` outside Astro. Throws an error that names each wrong field. */
export function readSiteFile(path = 'content/site.yaml'): SiteConfig {
  const parsed = siteSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
