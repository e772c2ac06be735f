import { toHex } from './bytes.ts';

/** A keyed hash under one key, as 64 hexadecimal digits. */
export type Mac = (text: string) => Promise<string> | string;

/** The hashes of a runtime. Every runtime has those of the web; one that is faster may bring its own. */
export interface Hashing {
  /** SHA-256 as 64 hexadecimal digits. */
  digest(text: string): Promise<string> | string;
  /** HMAC-SHA-256 under that key. */
  macUnder(key: Uint8Array<ArrayBuffer>): Promise<Mac>;
}

const utf8 = new TextEncoder();

/** The hashes that every runtime has. */
export const webHashing: Hashing = {
  digest: async (text) => toHex(await crypto.subtle.digest('SHA-256', utf8.encode(text))),
  async macUnder(key) {
    const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return async (text) => toHex(await crypto.subtle.sign('HMAC', imported, utf8.encode(text)));
  },
};
