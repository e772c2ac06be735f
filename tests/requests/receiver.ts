import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export const webhookSecret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** A webhook that arrived, its signature proven by the library of the standard. */
export interface Arrived {
  id: string;
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
  /** The body as it came. */
  body: string;
}

/** Answers a webhook that was read; what it does not answer hangs. */
type Answers = (response: ServerResponse, arrived: Arrived, request: IncomingMessage) => void;

/** Says that all is well. */
export const accepts: Answers = (response) => response.writeHead(204).end();
/** Says a status. */
export const says =
  (status: number, headers: Record<string, string> = {}): Answers =>
  (response) =>
    response.writeHead(status, headers).end();

/** The operator's system: a real server on this computer. `answer` may be changed while it runs. */
export async function receiver(answer: Answers = accepts, port = 0) {
  const arrived: Arrived[] = [];
  const webhook = new Webhook(webhookSecret);
  const state = { answer };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    webhook.verify(body, headers);
    const news: Arrived = { id: headers['webhook-id'] ?? '', body, ...JSON.parse(body) };
    arrived.push(news);
    state.answer(response, news, request);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    arrived,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    /** What it answers from now on. */
    answer: (next: Answers) => {
      state.answer = next;
    },
    /** References in the order of their arrival. */
    references: () => arrived.map(({ data }) => data['reference']),
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
