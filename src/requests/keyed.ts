import { fromHex, toBase64Url } from './bytes.ts';
import { type Hashing, type Mac, webHashing } from './hashing.ts';

/** Hashes that only the holder of the suppression key can make, and one that anybody can. */
export interface Keyed {
  /** Stands for a contact in evidence and suppression lists, so that neither holds a readable number. */
  subjectKey(contact: string): Promise<string>;
  /** What a request said, to tell a repeat from a change. */
  fingerprint(content: string): Promise<string>;
  /** The secret half of the link that erases a request: 128 bits, 22 characters. Rebuilt from the row's id, never stored. */
  cancelToken(requestId: string): Promise<string>;
  /** Stands for a client's address in a counter that the platform keeps for a minute. */
  addressKey(address: string): Promise<string>;
  /** SHA-256, without a key. */
  digest: Hashing['digest'];
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export const sha256 = async (text: string): Promise<string> => webHashing.digest(text);

/** A key for one purpose, derived with HKDF so that one use says nothing about another. */
async function derivedKey(purpose: string, suppressionKey: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const master = await crypto.subtle.importKey('raw', suppressionKey, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`next-right-step ${purpose}`);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(derivation, master, 256));
}

/** The keyed hashes of a deployment. `suppressionKey` is at least 32 random bytes. */
export async function keyedBy(suppressionKey: Uint8Array<ArrayBuffer>, hashing = webHashing): Promise<Keyed> {
  const macFor = async (purpose: string): Promise<Mac> => hashing.macUnder(await derivedKey(purpose, suppressionKey));
  const [subject, content, cancel, address] = await Promise.all([
    hashing.macUnder(suppressionKey),
    macFor('fingerprint'),
    macFor('cancel'),
    macFor('address'),
  ]);
  return {
    subjectKey: async (contact) => subject(contact),
    fingerprint: async (text) => content(text),
    cancelToken: async (id) => toBase64Url(fromHex((await cancel(id)).slice(0, 32))),
    addressKey: async (text) => (await address(text)).slice(0, 32),
    digest: hashing.digest,
  };
}
