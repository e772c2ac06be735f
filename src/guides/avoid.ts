/** Words that our texts do not use, with what to write instead: one row of the language tables. */
export interface Avoided {
  /**
   * A regular expression, read in any case and only as whole words; a space stands for any white space, ` ?` for none or some.
   */
  words: string;
  /** What to write, as a sentence. */
  instead: string;
  /** `fail` stops the build. `warn` is printed, for a person to decide. */
  level: 'fail' | 'warn';
  /** Someone else's words that a text may quote, as a sales line to beware of or a script to say: not looked for inside quotation marks. */
  mayBeQuoted?: true;
  /** How many a page may carry; the rest are found. Only pages are counted, not single texts. */
  perPage?: number;
  /** Found only where the page's first use lacks this form, a regular expression for the words around it. */
  firstAs?: string;
}

/** What the tables hold for one language. */
export interface Language {
  avoided: readonly Avoided[];
  /** Names that stay as they are, whatever words they hold: regular expressions, whole words, in any case. */
  officialNames: readonly string[];
}

const asExpression = (words: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
const made = new Map<string, RegExp>();

/**
 * A row's words as an expression that finds them: whole words, in any case, across line ends. Letters with accents are letters. Each is
 * made once: thousands of texts are read by the same rows.
 */
export function wholeWords(words: string): RegExp {
  const expression = made.get(words) ?? asExpression(words);
  made.set(words, expression);
  expression.lastIndex = 0;
  return expression;
}
