import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Manifest, manifest } from '../manifest.ts';
import { Refused } from './refused.ts';
import type { Settings } from './settings.ts';
import { type HeaderRules, readHeaderRules } from './static-files.ts';

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

/** Why this build must not be started with these settings; undefined where both agree. */
export function disagreement(
  settings: Settings,
  { mode, origin, takesRequests, operator, callInstead, pages }: Manifest,
): string | undefined {
  if (settings.NRS_MODE !== mode) {
    return `The site was built with NRS_MODE=${mode} and is started with NRS_MODE=${settings.NRS_MODE}. Build and start it with the same mode.`;
  }
  if ((settings.NRS_REQUESTS === 'on') !== takesRequests) {
    return `The site was built with NRS_REQUESTS=${takesRequests ? 'on' : 'off'} and is started with NRS_REQUESTS=${settings.NRS_REQUESTS}. Build and start it with the same.`;
  }
  if (mode !== 'production') return undefined;
  const started = settings.NRS_ORIGIN?.replace(/\/$/, '');
  if (started !== origin)
    return `The site was built with NRS_ORIGIN=${origin} and is started with NRS_ORIGIN=${started}. Build and start it with the same.`;
  if (takesRequests && pages['text-info'] && !settings.NRS_SMS_URL) {
    return 'The site was built with the forms for texts and is started without NRS_SMS_URL. Build and start it with the same.';
  }
  if (operator.isSample) {
    return 'operator.isSample in content/site.yaml is true. Production needs the real operator: fill in its values and set isSample to false.';
  }
  if (/555\D?01\d\d$/.test(callInstead)) {
    return `operator.phone in content/site.yaml is ${callInstead}, a number for examples that nobody answers. Fill in the real one.`;
  }
  return undefined;
}
