import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { firstHandedOver } from './handed-over.ts';
import { Refused } from './refused.ts';

/** Where to listen: on an address, or on the socket that a service manager hands over. */
export interface Place {
  host: string;
  port: number;
  isHandedOver: boolean;
}

const reasons: Record<string, (place: Place) => string> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use. Choose another: PORT=${port + 1} npm start`,
  EACCES: ({ port }) =>
    `Port ${port} is not for this user. Choose one above 1023, PORT=4321, or let a service manager hand over the socket.`,
  EADDRNOTAVAIL: ({ host }) => `HOST is ${host}, which is no address of this computer. Example: HOST=127.0.0.1`,
  ENOTFOUND: ({ host }) => `HOST is ${host}, a name that leads nowhere. Example: HOST=127.0.0.1`,
  EINVAL: () =>
    'The socket that was handed over is not one to listen on. Use ListenStream= with an address and a port.',
};

/** Starts to listen; resolves to the address, with a closing slash. */
export async function listen(server: Server, place: Place): Promise<string> {
  const { host, port, isHandedOver } = place;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? '']?.(place);
      reject(reason ? new Refused(reason) : error);
    });
    if (isHandedOver) server.listen({ fd: firstHandedOver }, resolve);
    else server.listen(port, host, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string')
    throw new Refused('The socket that was handed over has no port. Use ListenStream= with an address and a port.');
  return `http://${nameOf(isHandedOver ? bound.address : host)}:${bound.port}/`;
}

const nameOf = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The port that a server listens on. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/**
 * Readies a server to be closed under load, and gives what closes it: whoever is being answered gets the answer and the word that this
 * connection ends with it; who is slower than `patienceMs` is cut off.
 */
export function closing(server: Server, patienceMs: number): () => Promise<void> {
  let isClosing = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (isClosing) response.setHeader('Connection', 'close');
    // An answer begun before the end has promised that its connection stays.
    response.once('close', () => {
      if (isClosing) server.closeIdleConnections();
    });
  });
  return async () => {
    isClosing = true;
    const closed = new Promise((resolve) => server.close(resolve));
    setTimeout(() => server.closeAllConnections(), patienceMs).unref();
    await closed;
  };
}
