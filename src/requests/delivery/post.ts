import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isPlainlyOutOfReach, OutOfReach, type Reach } from '../reach.ts';
import { lookupWithin } from './lookup.ts';
import { longestAnswer, type Post } from './webhook.ts';

/** Waits for the end of an answer. One that breaks off was perhaps not meant: better to ask again under the same id. */
async function readThrough(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > longestAnswer) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * POSTs within a reach. A redirect is an answer like any other: where we deliver to is a setting and nobody else's choice. Each post has
 * its own connection, so that none goes to an address that was checked for another.
 */
export const postWithin =
  (reach: Reach): Post =>
  async (url, headers, body, signal) => {
    if (isPlainlyOutOfReach(url.hostname, reach)) throw new OutOfReach('The address is out of reach');
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const own = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const options = {
      method: 'POST',
      headers: { ...own, ...headers },
      agent: false,
      lookup: lookupWithin(reach),
      signal,
    };
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        send(url, options).on('response', resolve).on('error', reject).end(body);
      });
      const said = await readThrough(response);
      return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], body: said };
    } catch (error) {
      // A connection that we cut off ourselves fails in many words; the reason is ours.
      throw signal.aborted ? signal.reason : error;
    }
  };
