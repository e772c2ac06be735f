import { fromBase64, toBase64 } from '../bytes.ts';
import type { Opener, Sealed, SealedTo, Sealer } from '../ports.ts';

/** A key as it stands in a setting: `keyId:base64`, the base64 being SPKI (public) or PKCS #8 (private). */
export interface NamedKey {
  keyId: string;
  key: Uint8Array<ArrayBuffer>;
}

const wrapping = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;
/** The length of the nonce in front of each body. */
export const nonceBytes = 12;
const utf8 = new TextEncoder();

/** What is sealed in with a body without being part of it. */
export const boundTo = ({ requestId, kind, schemaVersion }: SealedTo, keyId: string) =>
  utf8.encode([requestId, kind, schemaVersion, keyId].join('|'));

/** Seals with a fresh 256-bit data key per body; only the holder of the private key gets that key back. */
export async function sealerFor({ keyId, key }: NamedKey): Promise<Sealer> {
  const publicKey = await crypto.subtle.importKey('spki', key, wrapping, false, ['wrapKey']);
  return {
    async seal(content, to) {
      const dataKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const cipher = { name: 'AES-GCM', iv: nonce, additionalData: boundTo(to, keyId) };
      const [sealed, wrappedKey] = await Promise.all([
        crypto.subtle.encrypt(cipher, dataKey, utf8.encode(content)),
        crypto.subtle.wrapKey('raw', dataKey, publicKey, wrapping),
      ]);
      return {
        keyId,
        body: toBase64(new Uint8Array([...nonce, ...new Uint8Array(sealed)])),
        wrappedKey: toBase64(wrappedKey),
      };
    },
  };
}

/** Opens what was sealed for any of these keys, so that old keys stay readable while new ones are in use. */
export async function openerFor(keys: readonly NamedKey[]): Promise<Opener> {
  const imported = await Promise.all(
    keys.map(
      async ({ keyId, key }) =>
        [keyId, await crypto.subtle.importKey('pkcs8', key, wrapping, false, ['unwrapKey'])] as const,
    ),
  );
  const privateKeys = new Map(imported);
  const unseal = async ({ keyId, body, wrappedKey }: Sealed, to: SealedTo, privateKey: CryptoKey) => {
    const dataKey = await crypto.subtle.unwrapKey(
      'raw',
      fromBase64(wrappedKey),
      privateKey,
      wrapping,
      'AES-GCM',
      false,
      ['decrypt'],
    );
    const bytes = fromBase64(body);
    const cipher = { name: 'AES-GCM', iv: bytes.slice(0, nonceBytes), additionalData: boundTo(to, keyId) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(cipher, dataKey, bytes.slice(nonceBytes)));
  };
  return {
    async open(sealed, to) {
      const privateKey = privateKeys.get(sealed.keyId);
      if (!privateKey) return undefined;
      return unseal(sealed, to, privateKey).catch(() => undefined);
    },
  };
}
