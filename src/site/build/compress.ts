import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesIn } from './files-in.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compressible = /\.(html|css|js|json|svg|xml|txt)$/;

/** Stands in a build whose copies are all there. Without it, as after an interruption, all are made anew. */
export const stampOfCopies = '.compressed';

/** Whether a build has a compressed copy of every file that gets smaller. */
export const isCompressed = (root: string): boolean => existsSync(join(root, stampOfCopies));

async function compressFile(path: string): Promise<void> {
  const body = await readFile(path);
  const [br, gz] = await Promise.all([
    brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
    zip(body, { level: 9 }),
  ]);
  if (br.length < body.length) await writeFile(`${path}.br`, br);
  if (gz.length < body.length) await writeFile(`${path}.gz`, gz);
}

/** Writes a `.br` and a `.gz` beside every text file, so that serving costs no CPU. Leaves out those that would not get smaller. */
export async function compress(root: string): Promise<void> {
  const waiting = filesIn(root).filter((name) => compressible.test(name));
  const oneByOne = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) await compressFile(join(root, name));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, oneByOne));
  await writeFile(join(root, stampOfCopies), '');
}
