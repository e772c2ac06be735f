import type { Locale } from '#i18n/locale.ts';
import type { Library } from './library.ts';

const placeholder = /\{fact:([^{}]*)\}/g;

/** A piece of a text: plain words, or a fact by id. */
export type Piece = { words: string } | { fact: string };

/** Cuts "Plan on {fact:iop-hours-adult}." into words and facts, in order. */
export function pieces(text: string): Piece[] {
  return text
    .split(/(\{fact:[^{}]*\})/)
    .filter(Boolean)
    .map((piece) => (piece.startsWith('{fact:') ? { fact: piece.slice('{fact:'.length, -1) } : { words: piece }));
}

/** The ids of the facts that a text names by placeholder, in order, repeats included. */
export const factsNamedIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, id]) => id ?? '');

/** The text with figures in place of placeholders, for places that carry no notes. An unknown id stays visible. */
export const withFigures = (text: string, facts: Library['facts'], locale: Locale): string =>
  text.replace(placeholder, (written, id: string) => facts.get(id)?.figure[locale] ?? written);
