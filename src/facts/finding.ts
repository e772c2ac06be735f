/** Something a writer has to mend, before a reader sees it. */
export interface Finding {
  /** Path from the project's root. */
  file: string;
  /** Line in that file, from 1. Undefined where the whole file is meant. */
  line: number | undefined;
  /** The field of YAML or front matter, dotted: `figure.es`. Undefined in prose. */
  field?: string;
  /** What is wrong, in two to five words: "unknown fact". */
  rule: string;
  /** What stands there now. */
  found: string;
  /** What to do about it, as a sentence; names the nearest valid value where there is one. */
  suggestion: string;
}

/** A finding on one line: `content/guides/en/iop.mdx:12 unknown fact "iop-hours". Did you mean "iop-hours-adult"?` */
export function printed({ file, line, field, rule, found, suggestion }: Finding): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return `${[place, field, rule].filter(Boolean).join(' ')} "${found}". ${suggestion}`;
}

/** "Did you mean …?", or what else to do where nothing is close. */
export const didYouMean = (candidate: string | undefined, otherwise: string): string =>
  candidate === undefined ? otherwise : `Did you mean "${candidate}"?`;
