import { getEntry } from 'astro:content';
import type { Locale } from '../locale.ts';
import { once } from './once.ts';

async function read(locale: Locale) {
  const entry = await getEntry('ui', locale);
  if (!entry) throw new Error(`content/ui/${locale}.yaml is missing`);
  return entry.data;
}

const inLocale = { en: once(() => read('en')), es: once(() => read('es')) };

/** All words of the interface in one language, by room. The shape of each section is its room's `texts.ts`. */
export const texts = (locale: Locale) => inLocale[locale]();
