import { toBase64Url, toHex } from './bytes.ts';

/** Hashes that only the holder of the suppression key can make. */
export interface Keyed {
  /** Stands for a contact in evidence and suppression lists, so that neither holds a readable number. */
  subjectKey(contact: string): Promise<string>;
  /** What a request said, to tell a repeat from a change. */
  fingerprint(content: string): Promise<string>;
  /** The secret half of the link that erases a request: 128 bits, 22 characters. Rebuilt from the row's id, never stored. */
  cancelToken(requestId: string): Promise<string>;
}

const utf8 = new TextEncoder();
const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;

/** SHA-256 of a text, as 64 hexadecimal digits. */
export const sha256 = async (text: string): Promise<string> =>
  toHex(await crypto.subtle.digest('SHA-256', utf8.encode(text)));

/** A key for one purpose, derived with HKDF so that one use says nothing about another. */
async function derivedKey(purpose: string, suppressionKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const master = await crypto.subtle.importKey('raw', suppressionKey, 'HKDF', false, ['deriveKey']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: utf8.encode(`next-right-step ${purpose}`),
  };
  return crypto.subtle.deriveKey(derivation, master, { ...hmac, length: 256 }, false, ['sign']);
}

/** The keyed hashes of a deployment. `suppressionKey` is at least 32 random bytes. */
export async function keyedBy(suppressionKey: Uint8Array<ArrayBuffer>): Promise<Keyed> {
  const [subject, content, cancel] = await Promise.all([
    crypto.subtle.importKey('raw', suppressionKey, hmac, false, ['sign']),
    derivedKey('fingerprint', suppressionKey),
    derivedKey('cancel', suppressionKey),
  ]);
  const sign = (key: CryptoKey, text: string) => crypto.subtle.sign('HMAC', key, utf8.encode(text));
  return {
    subjectKey: async (contact) => toHex(await sign(subject, contact)),
    fingerprint: async (text) => toHex(await sign(content, text)),
    cancelToken: async (id) => toBase64Url((await sign(cancel, id)).slice(0, 16)),
  };
}
