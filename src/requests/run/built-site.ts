import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Manifest, manifest } from '../manifest.ts';
import type { HeaderRules } from './header-rules.ts';
import { Refused } from './refused.ts';
import { readHeaderRules } from './static-files.ts';

/** What the build left for this process. */
export interface BuiltSite {
  dist: string;
  manifest: Manifest;
  rules: HeaderRules;
}

/** Reads the build, or throws a sentence that says what to do about it. */
export function readBuiltSite(dist: string): BuiltSite {
  const path = join(dist, 'endpoint.json');
  if (!existsSync(path)) throw new Refused(`${path} is missing. Build the site first: npm run build`);
  const parsed = manifest.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success)
    throw new Refused(
      `${path} does not fit this version. Build again: npm run build\n${z.prettifyError(parsed.error)}`,
    );
  return { dist, manifest: parsed.data, rules: readHeaderRules(dist) };
}
