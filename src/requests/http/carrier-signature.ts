import { fromBase64 } from '../bytes.ts';

const utf8 = new TextEncoder();

/** What the carrier signs: the address as the carrier knows it, then each field's name and value, by name. */
const signedText = (address: string, fields: Readonly<Record<string, string>>): string =>
  address +
  Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('');

/**
 * Whether a form comes from our carrier: Twilio's public scheme, HMAC-SHA1 under the account's token over the address and the sorted
 * fields. `address` is the public one, never taken from a header. The comparison is the runtime's own, in constant time.
 */
export async function isFromCarrier(
  signature: string | null,
  address: string,
  fields: Readonly<Record<string, string>>,
  token: string,
): Promise<boolean> {
  if (!signature || !/^[A-Za-z0-9+/]{27}=$/.test(signature)) return false;
  const key = await crypto.subtle.importKey('raw', utf8.encode(token), { name: 'HMAC', hash: 'SHA-1' }, false, [
    'verify',
  ]);
  return crypto.subtle.verify('HMAC', key, fromBase64(signature), utf8.encode(signedText(address, fields)));
}
