import type { Locale } from '#i18n/locale.ts';
import type { ReportWords } from '../report.ts';
import type { Wording } from '../wording.ts';

/** A public line, as the quiz shows it. */
export interface Line {
  number: string;
  /** For `tel:`. */
  dial: string;
  /** The number for texts, where the line takes them. */
  text?: string | undefined;
  /** Where the link for texting leads. */
  textHref?: string | undefined;
}

/** The lines that the quiz names. */
export type Lines = Record<'emergency' | 'crisis' | 'treatment' | 'poison' | 'violence', Line>;

/** "Call", "Text". */
export interface Reach {
  call: string;
  text: string;
}

/** The words that the script says, with figures in place. What stands in the page before and after the quiz needs no script. */
type ScriptWords = ReportWords & Pick<Wording, 'title' | 'steps' | 'check'> & { result: { title: string } };

/** All that the quiz knows: plain data, put into the page by the build. */
export interface QuizProps {
  locale: Locale;
  words: ScriptWords;
}
