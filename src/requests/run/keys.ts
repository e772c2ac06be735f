import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64, toBase64 } from '../bytes.ts';
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

/** Makes a fresh set of keys: RSA-OAEP 3072 for sealing, 32 random bytes for hashing numbers. */
export async function makeKeys(keyId: string): Promise<Record<keyof KeySettings, string>> {
  const pair = await crypto.subtle.generateKey(
    { name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['wrapKey', 'unwrapKey'],
  );
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.exportKey('spki', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return {
    NRS_PUBLIC_KEY: `${keyId}:${toBase64(publicKey)}`,
    NRS_PRIVATE_KEY: `${keyId}:${toBase64(privateKey)}`,
    NRS_SUPPRESSION_KEY: toBase64(crypto.getRandomValues(new Uint8Array(32))),
  };
}

/** The keys that a demonstration keeps beside its store, readable by this user only. Made at first use. */
async function demoKeys(dataDir: string): Promise<KeySettings> {
  const path = join(dataDir, 'demo-keys.json');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const inProgress = `${path}.${process.pid}`;
    writeFileSync(inProgress, JSON.stringify(await makeKeys('demo'), null, 1), { mode: 0o600 });
    renameSync(inProgress, path);
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The keys from the settings; in demo the missing ones from DATA_DIR. Elsewhere a missing key is an error with its name. */
export async function keysFrom(settings: Settings): Promise<Keys> {
  const { NRS_MODE, NRS_PUBLIC_KEY, NRS_PRIVATE_KEY, NRS_SUPPRESSION_KEY } = settings;
  const isWhole = NRS_PUBLIC_KEY && NRS_SUPPRESSION_KEY;
  const keys: KeySettings =
    NRS_MODE === 'demo' && !isWhole
      ? await demoKeys(settings.DATA_DIR)
      : { NRS_PUBLIC_KEY, NRS_PRIVATE_KEY, NRS_SUPPRESSION_KEY };
  if (!keys.NRS_PUBLIC_KEY) throw new Refused('NRS_PUBLIC_KEY is missing: requests cannot be sealed without it.');
  if (!keys.NRS_SUPPRESSION_KEY)
    throw new Refused('NRS_SUPPRESSION_KEY is missing: numbers cannot be hashed without it.');
  return {
    publicKey: namedKey(keys.NRS_PUBLIC_KEY),
    privateKeys: keys.NRS_PRIVATE_KEY?.split(',').map(namedKey) ?? [],
    suppressionKey: fromBase64(keys.NRS_SUPPRESSION_KEY),
  };
}
