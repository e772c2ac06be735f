import { isPlainlyOutOfReach, OutOfReach, type Reach } from '../reach.ts';
import { longestAnswer, type Post } from './webhook.ts';

/**
 * POSTs by `fetch`, for runtimes whose network reaches public addresses only, so that no name can lead inside. A redirect is an answer
 * like any other. The answer is read to its end: one that breaks off was perhaps not meant.
 */
export const fetchPostWithin =
  (reach: Reach): Post =>
  async (url, headers, body, signal) => {
    if (isPlainlyOutOfReach(url.hostname, reach)) throw new OutOfReach('The address is out of reach');
    const own = { 'content-type': 'application/json' };
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...own, ...headers },
      body,
      redirect: 'manual',
      signal,
    });
    const decoder = new TextDecoder();
    let said = '';
    const write = (chunk: Uint8Array) => {
      if (said.length < longestAnswer) said += decoder.decode(chunk, { stream: true });
    };
    await response.body?.pipeTo(new WritableStream({ write }));
    return { status: response.status, retryAfter: response.headers.get('retry-after') ?? undefined, body: said };
  };
