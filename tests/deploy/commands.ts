import { globSync, readFileSync } from 'node:fs';

/** A block of commands in a page of the manual. */
export interface Block {
  file: string;
  /** What stands after the fence: `sh run`, `sh run store`, `sh run build`, `sh elsewhere`. */
  mark: string;
  text: string;
}

/** The pages that operators read. */
export const manualPages = ['README.md', ...globSync('docs/**/*.md')]
  .filter((file) => !/docs.decisions/.test(file))
  .sort();

/** Every fenced block of a page, without the indent of the list it stands in. */
export const blocksIn = (file: string, text = readFileSync(file, 'utf8')): Block[] =>
  [...text.matchAll(/^( *)```([^\n]*)\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', mark = '', body = '']) => ({
    file,
    mark,
    text: body.replace(new RegExp(`^${indent}`, 'gm'), ''),
  }));

/** Marks of blocks that hold no commands. */
const noCommands = ['json', 'text'];
/** How blocks of commands may be marked. */
const marks = ['sh run', 'sh run store', 'sh run build', 'sh elsewhere'];
/** The only commands without a mark: the first ones that anybody types, which a fresh clone runs in CI as they stand. */
const firstCommands = /^npm ci && npm start {3}#.*\nnpm ci && npm test {4}#.*\n$/;

/** Blocks that are neither run nor said not to be. */
export const unmarked = (blocks: readonly Block[]): Block[] =>
  blocks.filter(
    ({ file, mark, text }) =>
      ![...marks, ...noCommands].includes(mark) && !(file === 'README.md' && mark === 'sh' && firstCommands.test(text)),
  );

/** The names of npm scripts, and the commands of the desk, that a page names anywhere. */
export const namedIn = (text: string): { scripts: string[]; desk: string[] } => ({
  scripts: [...text.matchAll(/\bnpm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name),
  desk: [...text.matchAll(/\bops (?:-- )?([a-z][a-z-]*(?: [a-z][a-z-]*)?)/g)].map(([, words = '']) => words),
});
