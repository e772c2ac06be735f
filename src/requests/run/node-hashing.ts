import { createHmac, createSecretKey, hash } from 'node:crypto';
import type { Hashing } from '../hashing.ts';

/** The hashes of Node itself: the same as those of the web at a tenth of the cost, because none of them waits for a thread. */
export const nodeHashing: Hashing = {
  digest: (text) => hash('sha256', text),
  async macUnder(key) {
    // Bytes that are no key object yet cost each hash five times as much: Node asks of what kind they are by way of an exception.
    const secret = createSecretKey(key);
    return (text) => createHmac('sha256', secret).update(text).digest('hex');
  },
};
