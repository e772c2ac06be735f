import { spawn } from 'node:child_process';
import net from 'node:net';
import { resolve } from 'node:path';
import { type Server, started } from './tiny-site.ts';

interface Handle {
  fd: number;
  getsockname(name: object): void;
  close(): void;
}

/** What Node's own cluster uses: a socket that is bound, and that this process never accepts from. */
const { _createServerHandle: bind } = net as unknown as {
  _createServerHandle(host: string, port: number, family: number): Handle;
};

/** A socket as a service manager keeps it, over the lives of the servers it starts. */
export function keepSocket() {
  const handle = bind('127.0.0.1', 0, 4);
  const name: { port?: number } = {};
  handle.getsockname(name);
  return {
    origin: `http://127.0.0.1:${name.port}`,
    /** Starts a server that finds the socket at descriptor 3. LISTEN_PID is known to nobody before the process is there. */
    start: (folder: string, env: Record<string, string> = {}): Promise<Server> =>
      started(
        spawn(
          'sh',
          ['-c', 'export LISTEN_PID=$$; exec "$0" "$@"', process.execPath, resolve('src/requests/run/node.ts')],
          {
            cwd: folder,
            env: { PATH: process.env['PATH'] ?? '', LISTEN_FDS: '1', ...env },
            stdio: ['ignore', 'pipe', 'pipe', handle.fd],
          },
        ),
      ),
    close: () => handle.close(),
  };
}
