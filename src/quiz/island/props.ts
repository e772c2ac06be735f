import type { Locale } from '#i18n/locale.ts';
import type { Wording } from '../wording.ts';

/** A public line, as the quiz shows it. */
export interface Line {
  number: string;
  /** For `tel:`. */
  dial: string;
  /** For `sms:`, where the line takes texts. */
  text?: string | undefined;
}

/** The lines that the quiz names. */
export type Lines = Record<'emergency' | 'crisis' | 'treatment' | 'poison' | 'violence', Line>;

/** All that the quiz knows: plain data, put into the page by the build. */
export interface QuizProps {
  locale: Locale;
  /** The words with figures in place. */
  words: Omit<Wording, 'start' | 'worksheet' | 'description'>;
  /** "Call", "Text". */
  reach: { call: string; text: string };
  lines: Lines;
  /** Fact id → the whole claim. */
  claims: Readonly<Record<string, string>>;
  /** The page with all facts. */
  factsPath: string;
  /** The day of the rules, as people write it. */
  rulesDay: string;
}
