import type { FactUse } from '#facts/check.ts';
import type { ContentFile } from '#facts/content-file.ts';

/** Words that a reader will see, with the line where they begin. */
export interface Words {
  words: string;
  line: number;
  /** The front matter field that holds them; undefined in the body. */
  field?: string;
}

/** A heading of the body. */
export interface WrittenHeading {
  /** 2 for h2. */
  depth: number;
  text: string;
  line: number;
  /** The id that links point to. */
  anchor: string;
  /** Whether anything but another heading follows it. */
  hasAnswer: boolean;
}

/** A guide as its writer typed it: front matter and what the checks need to know of the body. */
export interface Manuscript extends ContentFile {
  /** Whether the body could be read as MDX; where not, nothing below says anything about it. */
  isBodyRead: boolean;
  /** Facts named anywhere in it, front matter first, in order of reading. */
  uses: FactUse[];
  /** Text without markup, code, addresses and facts. */
  prose: Words[];
  headings: WrittenHeading[];
  /** Lines of headings that carry a figure. */
  headingsWithFact: number[];
  /** Internal addresses it links to: those that start with `/` or `#`. */
  links: { url: string; line: number }[];
  /** Pictures by address, as written. */
  images: { url: string; alt: string; line: number }[];
  /** Every component it uses, and every element of HTML. */
  components: { name: string; line: number }[];
  /** Tables in Markdown outside `<Table>`, or with aligned columns, by line. */
  bareTables: number[];
  alignedTables: number[];
}
