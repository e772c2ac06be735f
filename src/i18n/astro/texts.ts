import { getEntry } from 'astro:content';
import type { Locale } from '../locale.ts';

/** All words of the interface in one language, by room. The shape of each section is its room's `texts.ts`. */
export async function texts(locale: Locale) {
  const entry = await getEntry('ui', locale);
  if (!entry) throw new Error(`content/ui/${locale}.yaml is missing`);
  return entry.data;
}
