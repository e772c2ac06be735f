import { connect, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { FailureWord } from '../outbox.ts';
import { bareHost, isPlainlyOutOfReach, OutOfReach, type Reach } from '../reach.ts';
import { wordFor } from './attempt.ts';
import { lookupWithin } from './lookup.ts';

/** How long a receiver has to take a connection. */
const timeoutMs = 10_000;

/**
 * Whether somebody takes connections at an http(s) address, with a certificate that is trusted where it is https. Nothing is said over
 * the connection. Resolves to what went wrong, or to nothing.
 */
export async function probe(url: URL, reach: Reach): Promise<FailureWord | undefined> {
  try {
    if (isPlainlyOutOfReach(url.hostname, reach)) throw new OutOfReach('The address is out of reach');
    await new Promise<void>((connected, failed) => {
      const isSecure = url.protocol === 'https:';
      const host = bareHost(url.hostname);
      const to = { host, port: Number(url.port) || (isSecure ? 443 : 80), lookup: lookupWithin(reach) };
      const socket = isSecure ? connectTls({ ...to, ...(isIP(host) === 0 && { servername: host }) }) : connect(to);
      const timer = setTimeout(() => socket.destroy(new DOMException('Too slow', 'TimeoutError')), timeoutMs);
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        clearTimeout(timer);
        socket.destroy();
        connected();
      });
      socket.once('error', (error) => {
        clearTimeout(timer);
        failed(error);
      });
    });
    return undefined;
  } catch (error) {
    return wordFor(error);
  }
}
