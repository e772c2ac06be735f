import { getEntry } from 'astro:content';
import type { TextingHours } from '../texting-hours.ts';

/** The parsed `content/texting-hours.yaml`. */
export async function textingHours(): Promise<TextingHours> {
  const entry = await getEntry('textingHours', 'texting-hours');
  if (!entry) throw new Error('content/texting-hours.yaml is missing');
  return entry.data;
}
