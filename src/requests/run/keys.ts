import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64 } from '../bytes.ts';
import { type KeySettings, type Keys, keysOf } from './key-settings.ts';
import type { Settings } from './settings.ts';

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

/** The keys as the settings spell them; in demo, where they are not whole, those from DATA_DIR. */
export async function keySettingsFrom(settings: Settings): Promise<KeySettings> {
  const isWhole = settings.NRS_PUBLIC_KEY && settings.NRS_SUPPRESSION_KEY;
  return settings.NRS_MODE === 'demo' && !isWhole ? demoKeys(settings.DATA_DIR) : settings;
}

/** The keys of this process. Outside of demo a missing one is an error with its name. */
export const keysFrom = async (settings: Settings): Promise<Keys> => keysOf(await keySettingsFrom(settings));
