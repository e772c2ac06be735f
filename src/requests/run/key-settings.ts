import { fromBase64 } from '../bytes.ts';
import type { NamedKey } from '../stores/seal.ts';
import { Refused } from './refused.ts';
import type { Settings } from './settings.ts';

/** The keys of a process. Private ones are there only where requests are opened. */
export interface Keys {
  publicKey: NamedKey;
  privateKeys: NamedKey[];
  suppressionKey: Uint8Array<ArrayBuffer>;
}

/** The three keys as settings spell them. */
export type KeySettings = Pick<Settings, 'NRS_PUBLIC_KEY' | 'NRS_PRIVATE_KEY' | 'NRS_SUPPRESSION_KEY'>;

const namedKey = (text: string): NamedKey => {
  const [keyId = '', base64 = ''] = text.split(':');
  return { keyId, key: fromBase64(base64) };
};

/** The keys that settings spell. A missing key is an error with its name. */
export function keysOf(keys: KeySettings): Keys {
  if (!keys.NRS_PUBLIC_KEY) throw new Refused('NRS_PUBLIC_KEY is missing: requests cannot be sealed without it.');
  if (!keys.NRS_SUPPRESSION_KEY)
    throw new Refused('NRS_SUPPRESSION_KEY is missing: numbers cannot be hashed without it.');
  return {
    publicKey: namedKey(keys.NRS_PUBLIC_KEY),
    privateKeys: keys.NRS_PRIVATE_KEY?.split(',').map(namedKey) ?? [],
    suppressionKey: fromBase64(keys.NRS_SUPPRESSION_KEY),
  };
}
