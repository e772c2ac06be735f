import { getEntry } from 'astro:content';
import { once } from '#i18n/astro/once.ts';
import type { SiteConfig } from '../config.ts';
import { type Deployment, readDeployment } from '../deployment.ts';

/** The parsed `content/site.yaml`. */
export const site = once(async (): Promise<SiteConfig> => {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml is missing');
  return entry.data;
});

/** Where and in which mode this build will stand. */
export const deployment = once(async (): Promise<Deployment> => readDeployment(process.env, await site()));
