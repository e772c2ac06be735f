import type { Opener } from '../ports.ts';
import { openerFor } from '../stores/seal.ts';
import type { Keys } from './key-settings.ts';
import { Refused } from './refused.ts';
import type { Settings } from './settings.ts';

/** The ways out that tell what a request says or go to its number. A notice by mail opens nothing. */
const opening = ['NRS_WEBHOOK_URL', 'NRS_SMS_URL'] as const;

/** Which setting needs requests to be opened here; undefined where none does. */
export const openingFor = (settings: Settings): (typeof opening)[number] | undefined =>
  opening.find((name) => settings[name] !== undefined);

/** Opens what is sealed now, or refuses: what nobody here can open would wait until it is erased. */
export async function openerOf({ publicKey, privateKeys }: Keys, neededBy: (typeof opening)[number]): Promise<Opener> {
  if (privateKeys.some(({ keyId }) => keyId === publicKey.keyId)) return openerFor(privateKeys);
  throw new Refused(
    `NRS_PRIVATE_KEY does not hold the key "${publicKey.keyId}" of NRS_PUBLIC_KEY. ${neededBy} needs it: requests are opened to be delivered.`,
  );
}
