import type { FactUse } from '#facts/check.ts';
import type { ContentFile } from '#facts/content-file.ts';

/** Words that a reader will see, with the line where they begin. */
export interface Words {
  words: string;
  line: number;
  /** The front matter field that holds them; undefined in the body. */
  field?: string;
}

/** A guide as its writer typed it: front matter and what the checks need to know of the body. */
export interface Manuscript extends ContentFile {
  /** Facts named anywhere in it, front matter first, in order of reading. */
  uses: FactUse[];
  /** Text without markup, code, addresses and facts. */
  prose: Words[];
  /** Lines of headings that carry a figure. */
  headingsWithFact: number[];
  /** Internal addresses it links to: those that start with `/`. */
  links: { url: string; line: number }[];
  /** Tables in Markdown outside `<Table>`, or with aligned columns, by line. */
  bareTables: number[];
  alignedTables: number[];
}
