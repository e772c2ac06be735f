import type { IncomingHttpHeaders } from 'node:http';

/** One part of a file, from its start: what sirv reads as it is meant. */
const plainRange = /^bytes=(\d+)-(\d*)$/;
/** How sirv names a copy of a file. */
const ownTag = /^W\/"\d+-\d+"$/;
const refusedEncoding = /(^|,)\s*[\w*-]+\s*;\s*q=0(\.0*)?\s*(?=,|$)/g;

/**
 * Takes out of a request what sirv would read wrongly, so that it sends the whole file instead, which is always a right answer: the last
 * bytes of a file, several parts at once, a part of a copy that may have changed, an encoding that was refused. Gives the copy that the
 * browser has, where it is one of ours.
 */
export function asSirvReads(method: string | undefined, headers: IncomingHttpHeaders): string | undefined {
  const encodings = headers['accept-encoding'];
  if (typeof encodings === 'string' && encodings.includes('q=0'))
    headers['accept-encoding'] = encodings.replace(refusedEncoding, '');
  if (headers.range !== undefined && (method === 'HEAD' || !isPlainRange(headers))) delete headers.range;
  const known = headers['if-none-match'];
  return known && ownTag.test(known) ? known : undefined;
}

function isPlainRange({ range = '', 'if-range': onlyIf }: IncomingHttpHeaders): boolean {
  const [, from, to] = plainRange.exec(range) ?? [];
  if (from === undefined || onlyIf !== undefined) return false;
  // sirv takes a zero for no number.
  return to === '' || (Number(to) > 0 && Number(from) <= Number(to));
}
