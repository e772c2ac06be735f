import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Deps } from '../http/deps.ts';
import { refuse } from '../http/handle.ts';
import type { ProblemCode } from '../problem.ts';

/** What Node calls that of which it could make no request, and what we call it. */
const codes: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-big',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-big',
};

/**
 * Answers what never becomes a whole request like every other refusal: with its status, its words and the headers of an answer, where
 * Node alone sends a bare status. A connection on which that answer could be taken for another one is only closed.
 */
export function answerBroken(server: Server, deps: Deps): void {
  /** The last answer of each connection. */
  const answers = new WeakMap<Socket, ServerResponse>();
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    answers.set(socket, response);
  });
  server.on('clientError', async (error: NodeJS.ErrnoException, socket: Socket) => {
    const last = answers.get(socket);
    if (error.code === 'ECONNRESET' || !socket.writable || !mayAnswer(last)) return void socket.destroy();
    const headers = new Headers();
    // Of a request that began, its kind and language are known.
    const begun = last?.req.complete === false ? last.req.headers : {};
    for (const name of ['content-type', 'accept-language', 'idempotency-key'])
      if (begun[name]) headers.set(name, String(begun[name]));
    const { response, code } = refuse({ code: codes[error.code ?? ''] ?? 'malformed' }, { headers }, deps);
    const { status } = response;
    deps.report({ event: 'request', route: 'none', status, buildId: deps.manifest.buildId, ...(code && { code }) });
    socket.end(await onTheWire(response), () => socket.destroy());
  });
}

/** Whether the next answer on a connection would be taken for that of the broken request: the last one is over, or is itself the broken one. */
const mayAnswer = (last: ServerResponse | undefined): boolean =>
  !last || (last.req.complete ? last.writableFinished : !last.headersSent);

/** An answer as HTTP/1.1 writes it. The connection ends with it. */
async function onTheWire(response: Response): Promise<Buffer> {
  const body = Buffer.from(await response.arrayBuffer());
  const lines = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `date: ${new Date().toUTCString()}`,
    `content-length: ${body.length}`,
    'connection: close',
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}
