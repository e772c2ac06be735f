import { didYouMean, type Finding } from '#facts/finding.ts';
import type { Locale, PerLocale } from '#i18n/locale.ts';
import { nearest } from '#i18n/nearest.ts';
import type { ReadGuide } from './read-guide.ts';

/** Words of the glossary by id: how a text can write each, per language. Undefined: the entry does not say. */
export type Terms = ReadonlyMap<string, PerLocale<readonly string[]> | undefined>;

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** Whether a text uses a word of the glossary in one of its forms. */
const isUsed = (forms: readonly string[], text: string): boolean => forms.some((form) => text.includes(plain(form)));

/** Words of the glossary that a guide names and that do not exist, or that its text never uses. */
export function checkTerms({ manuscript, guide }: ReadGuide, terms: Terms): Finding[] {
  const { file, lineOf, prose } = manuscript;
  const text = plain(prose.map(({ words }) => words).join(' '));
  const formsIn = (id: string, locale: Locale) => terms.get(id)?.[locale];
  return guide.glossary.flatMap((id, place): Finding[] => {
    const at = { file, line: lineOf(['glossary', place]), field: `glossary.${place}`, found: id };
    if (!terms.has(id)) {
      return [
        {
          ...at,
          rule: 'unknown term',
          suggestion: didYouMean(nearest(id, terms.keys()), 'Take it out until it exists.'),
        },
      ];
    }
    const forms = formsIn(id, guide.lang);
    if (!forms || isUsed(forms, text)) return [];
    return [
      {
        ...at,
        rule: 'term not used',
        suggestion: `The text has none of: ${forms.join(', ')}. Use it, or take it out.`,
      },
    ];
  });
}
