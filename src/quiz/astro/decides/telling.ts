import type { Fact } from '#facts/schema.ts';
import type { DecidesTexts } from '../../decides-texts.ts';
import type { RuleTelling } from '../../rule-tables.ts';
import type { Wording } from '../../wording.ts';

/** What every part of the page is given. */
export interface PageTelling extends RuleTelling {
  words: DecidesTexts;
  /** The words of the quiz, with figures in place. */
  quiz: Wording;
  /** A fact that may be printed, or an error that stops the build. */
  fact: (id: string) => Fact;
}
