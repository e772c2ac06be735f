import { resolve } from 'node:path';

/** A file of a tree: the folder that holds `content/`, and the path below it. */
export interface Place {
  root: string;
  file: string;
}

/** Where a path given on the command line lies. Writers name files of other working trees, too. */
export function placeOf(path: string): Place {
  const whole = resolve(path);
  const at = whole.lastIndexOf('/content/');
  return at < 0 ? { root: '.', file: path } : { root: whole.slice(0, at) || '/', file: whole.slice(at + 1) };
}
