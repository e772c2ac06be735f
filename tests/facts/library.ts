import type { Library } from '#facts/library.ts';
import type { Fact, Source, Tier } from '#facts/schema.ts';

/** A source of a tier. */
export const source = (tier: Tier): Source => ({
  title: 'A title',
  publisher: 'A publisher',
  year: '2021',
  url: 'https://example.org/',
  lang: 'en',
  tier,
  accessed: '2026-11-22',
  read: 'page',
});

/** A printable fact, but for what a test changes. */
export const fact = (changed: Partial<Fact> = {}): Fact => ({
  figure: { en: 'at least 9 hours a week', es: 'al menos 9 horas por semana' },
  claim: { en: 'It takes at least 9 hours a week.', es: 'Toma al menos 9 horas por semana.' },
  scope: { en: 'Adults', es: 'Personas adultas' },
  sources: ['advisory'],
  checked: '2026-11-22',
  ...changed,
});

/** Three facts that may be printed and one that only a vendor states. */
export const library: Library = {
  facts: new Map([
    ['hours', fact()],
    ['safety', fact({ sources: ['review'] })],
    ['doors', fact({ sources: ['advisory', 'leaflet'] })],
    ['rumour', fact({ sources: ['leaflet'] })],
  ]),
  sources: new Map([
    ['advisory', source('A')],
    ['review', source('B')],
    ['leaflet', source('C')],
  ]),
};
