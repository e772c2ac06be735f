import type { IncomingHttpHeaders } from 'node:http';

/** How bytes may be packed, smallest first. */
export const encodings = ['br', 'gzip'] as const;
/** One of them. */
export type Encoding = (typeof encodings)[number];

/** Whether a browser takes bytes that are packed like this: it names it, and not to refuse it. */
export function takes(encoding: Encoding, accepted: string | undefined): boolean {
  const named = accepted?.split(',').find((one) => one.trim().split(/\s*;/, 1)[0]?.toLowerCase() === encoding);
  return named !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(named);
}

/** Whether the browser already has the bytes of this tag. */
export function isKnown(tag: string, { 'if-none-match': known }: IncomingHttpHeaders): boolean {
  if (known === undefined) return false;
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

/** The first and the last byte of a part. */
export interface Part {
  from: number;
  to: number;
}

/**
 * The part of `size` bytes that a request asks for: `outside` where there are no such bytes. Undefined where the whole is to be sent, as
 * it is for several parts at once, for what is no range, and for a part of bytes that have changed since.
 */
export function partOf(size: number, tag: string, headers: IncomingHttpHeaders): Part | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? '') ?? [];
  const onlyIf = headers['if-range'];
  if (first + last === '' || (onlyIf !== undefined && onlyIf !== tag)) return undefined;
  if (first === '') {
    const count = Number(last);
    return count > 0 && size > 0 ? { from: Math.max(0, size - count), to: size - 1 } : 'outside';
  }
  const [from, to] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
  if (last !== '' && Number(last) < from) return undefined;
  return from < size ? { from, to } : 'outside';
}
