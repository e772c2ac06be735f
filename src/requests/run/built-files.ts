import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Encoding, encodings } from './static-requests.ts';

/** The bytes of one copy of a file, and the tag that browsers know them by. */
export interface Bytes {
  body: Buffer;
  tag: string;
}

/** A copy of a file: as it is, or packed by the build. */
export interface Copy {
  encoding?: Encoding;
  /** Its bytes, where they are in memory. */
  kept?: Bytes;
  read(): Promise<Bytes>;
}

/** A file of the build. */
export interface BuiltFile {
  type: string;
  /** The packed copies first, the file as it is last. */
  copies: readonly Copy[];
}

const endings: Record<Encoding, string> = { br: '.br', gzip: '.gz' };

const types: Record<string, string> = {
  css: 'text/css;charset=utf-8',
  html: 'text/html;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
  js: 'text/javascript;charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain;charset=utf-8',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
};
const typeOf = (name: string): string => types[/\.(\w+)$/.exec(name)?.[1] ?? ''] ?? 'application/octet-stream';

/** Bytes in memory at the most: a site of a thousand pages fits, one of ten thousand reads the rest from the disk. */
const room = 64 * 2 ** 20;

/** Every file of the build by its address; a page by its folder, too. Bytes are read when first asked for. */
export function builtFiles(dist: string): ReadonlyMap<string, BuiltFile> {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = new Set(
    entries.map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  let left = room;
  const copy = (name: string, encoding?: Encoding): Copy => {
    const own: Copy = {
      ...(encoding && { encoding }),
      async read() {
        const body = await readFile(join(dist, name));
        const bytes = { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"` };
        if (!own.kept && body.length <= left) {
          left -= body.length;
          own.kept = bytes;
        }
        return bytes;
      },
    };
    return own;
  };
  const isHidden = (name: string) => /(^|\/)\./.test(name);
  const isPacked = (name: string) =>
    encodings.some((one) => name.endsWith(endings[one]) && names.has(name.slice(0, -3)));
  return new Map(
    [...names]
      .filter((name) => !isHidden(name) && !isPacked(name))
      .flatMap((name) => {
        const packed = encodings.filter((one) => names.has(name + endings[one]));
        const file = {
          type: typeOf(name),
          copies: [...packed.map((one) => copy(name + endings[one], one)), copy(name)],
        };
        const address = `/${name}`;
        return [address, ...(name.endsWith('index.html') ? [address.slice(0, -'index.html'.length)] : [])].map(
          (path) => [path, file] as const,
        );
      }),
  );
}
