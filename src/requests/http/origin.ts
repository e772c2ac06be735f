import type { Mode } from '../manifest.ts';

/** What the headers of a post say about where its form stood. `unverified` is a client that says nothing. */
export type Provenance = 'ours' | 'unverified' | 'foreign';

/**
 * The cross-site rule of consent-and-privacy section 10. It rests on Fetch Metadata, and on Origin for browsers without it; the
 * Host header is never asked.
 */
export function provenanceOf(headers: Headers, isOurOrigin: (origin: string) => boolean): Provenance {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (site === null) {
    if (origin === null) return 'unverified';
    return isOurOrigin(origin) ? 'ours' : 'foreign';
  }
  if (site !== 'same-origin' && site !== 'none') return 'foreign';
  if (origin === null) return 'ours';
  if (origin === 'null') return site === 'same-origin' ? 'ours' : 'foreign';
  return isOurOrigin(origin) ? 'ours' : 'foreign';
}

/** Whether a host name, without its port, can only be this computer. */
export const isLoopbackName = (name: string): boolean =>
  /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(name);

/** Whether a socket's address is this computer's own. */
export const isLoopbackAddress = (address: string): boolean =>
  /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(address) || address === '::1';

/**
 * Which origins are ours: the configured one; outside production also every loopback name with the port we listen on, because
 * people type `localhost` for 127.0.0.1.
 */
export function ourOrigins(mode: Mode, origin: string, port: () => number): (candidate: string) => boolean {
  return (candidate) => {
    if (candidate === origin) return true;
    if (mode === 'production') return false;
    const url = URL.parse(candidate);
    return url?.protocol === 'http:' && isLoopbackName(url.hostname) && Number(url.port || 80) === port();
  };
}

/** Any of these means that somebody stands between us and the reader. */
const forwarded = /^(forwarded|via|x-forwarded-.+|x-real-ip|true-client-ip|cf-connecting-ip)$/;

/** Whether a post can only come from this computer: the demonstration takes no other (design section 2). */
export function isFromThisComputer(headers: Headers, peer: string | undefined): boolean {
  const host = headers.get('host')?.replace(/:\d+$/, '') ?? '';
  const isForwarded = [...headers.keys()].some((name) => forwarded.test(name));
  return peer !== undefined && isLoopbackAddress(peer) && isLoopbackName(host) && !isForwarded;
}
