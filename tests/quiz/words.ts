import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Locale } from '#i18n/locale.ts';
import type { Voice } from '#quiz/questions.ts';
import { type Spoken, say } from '#quiz/say.ts';

/** The file of words in a language, as it stands. */
export const wordsFile = (locale: Locale) => parse(readFileSync(`content/quiz/${locale}.yaml`, 'utf8'));

const isSpoken = (node: object): boolean => 'self' in node && !('options' in node) && typeof node.self === 'string';
/** Where the three voices are named side by side, rather than one heard. */
const namesVoices = /^start\.voice\.options$/;

/** Every text by its place, lists by number: `questions.home.ask`. With a voice, as heard in it; without, each voice by itself. */
export function flatten(node: unknown, voice?: Voice, path = ''): Map<string, string> {
  if (typeof node !== 'object' || node === null) return new Map([[path, String(node)]]);
  if (voice && isSpoken(node) && !namesVoices.test(path)) return new Map([[path, say(node as Spoken, voice)]]);
  const inner = Object.entries(node);
  if (inner.length === 0) return new Map([[path, '']]);
  return new Map(inner.flatMap(([key, value]) => [...flatten(value, voice, path ? `${path}.${key}` : key)]));
}

/** Whether a place lists facts rather than words. */
export const isFacts = (place: string): boolean => /(^|\.)facts(\.\d+)?$/.test(place);
