import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Locale, localeOf } from '#i18n/locale.ts';
import { movedPage } from '../moved-page.ts';
import { hostRules, type Redirect, redirectFaults, redirectsSchema } from '../redirects.ts';
import { type SiteTexts, siteTexts } from '../texts.ts';

const file = 'content/redirects.yaml';

/** Reads `content/redirects.yaml`. Throws an error that names each wrong field. */
export function readRedirects(path = file): Redirect[] {
  const parsed = redirectsSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function wordsIn(locale: Locale): SiteTexts['moved'] {
  const { site } = parse(readFileSync(`content/ui/${locale}.yaml`, 'utf8'));
  return siteTexts.shape.moved.parse(site.moved);
}

/** Writes the host rules and, at every old path, the page that leads on. Throws where an end is wrong. */
export function writeMoved(
  root: string,
  redirects: readonly Redirect[],
  pages: ReadonlySet<string>,
  origin: string,
): void {
  const faults = redirectFaults(redirects, pages);
  if (faults.length > 0) throw new Error(`${file}\n${faults.join('\n')}`);
  writeFileSync(join(root, '_redirects'), hostRules(redirects));
  for (const { from, to } of redirects) {
    const page = join(root, from, 'index.html');
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, movedPage(origin + to, localeOf(from), wordsIn(localeOf(from))));
  }
}

/** Keeps old addresses alive. Must stand after all pages were read. */
export const movedPages = (pages: ReadonlyMap<string, unknown>, origin: string): AstroIntegration => ({
  name: 'site:moved-pages',
  hooks: {
    'astro:build:done': ({ dir }) => writeMoved(fileURLToPath(dir), readRedirects(), new Set(pages.keys()), origin),
  },
});
