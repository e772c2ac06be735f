import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compressible = /\.(html|css|js|json|svg|xml|txt)$/;

/** Writes a `.br` and a `.gz` beside every text file, so that serving costs no CPU. Leaves out those that would not get smaller. */
export async function compress(root: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((name) => compressible.test(name))) {
    const path = join(root, file);
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
}
