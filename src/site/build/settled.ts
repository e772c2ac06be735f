import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { type Surroundings, whatIsMissing } from '../completeness.ts';
import type { SiteConfig } from '../config.ts';
import { type Deployment, readDeployment } from '../deployment.ts';
import { printedProblems } from '../site-problems.ts';
import { readSiteFile, siteFile } from './site-file.ts';

/** What settings may name, as it lies in the folder we stand in. */
export function readSurroundings(): Surroundings {
  const tracks = existsSync('content/tracks.yaml') ? parse(readFileSync('content/tracks.yaml', 'utf8')) : {};
  const zones = Object.entries<{ zone?: string }>(tracks ?? {}).map(([id, track]) => [
    id,
    { hasZone: Boolean(track?.zone) },
  ]);
  return {
    tracks: Object.fromEntries(zones),
    guides: globSync('content/guides/{en,es}/*.mdx').map((file) => basename(file, '.mdx')),
    files: existsSync('public') ? readdirSync('public') : [],
  };
}

/** The settings of a build, read before Astro starts. Throws an error with a line for each value that is wrong, missing or a sample. */
export function readSettled(env: Readonly<Record<string, string | undefined>>): { site: SiteConfig; here: Deployment } {
  const site = readSiteFile();
  const here = readDeployment(env, site);
  const problems = whatIsMissing(site, here, readSurroundings());
  if (problems.length > 0) {
    const [fromFile, fromEnv] = [false, true].map((isEnv) =>
      problems.filter(({ field }) => field.startsWith('NRS_') === isEnv),
    );
    throw new Error(
      [printedProblems(siteFile, fromFile ?? []), printedProblems('', fromEnv ?? [])].filter(Boolean).join('\n'),
    );
  }
  return { site, here };
}
