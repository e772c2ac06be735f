import type { StoredRequest } from '#requests/desk.ts';
import { keyedBy } from '#requests/keyed.ts';
import type { RequestStore } from '#requests/ports.ts';
import type { Keys } from '#requests/run/key-settings.ts';
import { nodeSealerFor } from '#requests/stores/node-seal.ts';
import { openerFor } from '#requests/stores/seal.ts';
import { type Finding, ill, well } from './finding.ts';

const probe = { requestId: 'doctor', kind: 'callback', schemaVersion: 1 } as const;

/** Whether what is sealed today opens with the keys at hand. */
async function pairFinding({ publicKey, privateKeys }: Keys, mustOpen: boolean): Promise<Finding> {
  const { keyId } = publicKey;
  const renew = 'Make a new pair with a new name, keep the old private key beside it: NRS_PRIVATE_KEY=<new>,<old>';
  try {
    const sealed = await nodeSealerFor(publicKey).seal('doctor', probe);
    if (privateKeys.length === 0) {
      const says = 'Requests can be sealed. NRS_PRIVATE_KEY is not set here';
      return mustOpen
        ? ill(
            'keys',
            `${says}, so nothing can be delivered or read.`,
            'Set NRS_PRIVATE_KEY to the private half of NRS_PUBLIC_KEY.',
          )
        : well('keys', `${says}, so they cannot be read here.`);
    }
    if (!privateKeys.some((key) => key.keyId === keyId)) {
      return ill('keys', `NRS_PRIVATE_KEY does not hold the key "${keyId}" of NRS_PUBLIC_KEY.`, renew);
    }
    const opener = await openerFor(privateKeys).catch(() => undefined);
    if (!opener) return ill('keys', 'NRS_PRIVATE_KEY holds something that is no RSA key in PKCS #8 form.', renew);
    return (await opener.open(sealed, probe)) === 'doctor'
      ? well('keys', `What is sealed for "${keyId}" opens again.`)
      : ill('keys', `NRS_PRIVATE_KEY and NRS_PUBLIC_KEY are both called "${keyId}" and are not a pair.`, renew);
  } catch {
    return ill('keys', 'NRS_PUBLIC_KEY is not an RSA public key in SPKI form.', renew);
  }
}

/** How many requests are opened to see whether keys fit. */
const atMost = 200;

/** Whether the stored requests open, and whether numbers hash to what stands in their evidence. Nothing that they say is shown. */
async function storedFindings({ privateKeys, suppressionKey }: Keys, store: RequestStore): Promise<Finding[]> {
  const requests = (await store.exportRows()).filter(({ sealed }) => sealed).slice(-atMost);
  const opener = await openerFor(privateKeys).catch(() => undefined);
  if (requests.length === 0 || !opener || privateKeys.length === 0) return [];
  const { subjectKey } = await keyedBy(suppressionKey);
  const closed = new Map<string, number>();
  let fitting: boolean | undefined;
  const phoneOf = (content: string): string | undefined => JSON.parse(content).phone;
  const look = async ({ id, kind, schemaVersion, sealed }: StoredRequest) => {
    if (!sealed) return;
    const content = await opener.open(sealed, { requestId: id, kind, schemaVersion });
    if (content === undefined) return void closed.set(sealed.keyId, (closed.get(sealed.keyId) ?? 0) + 1);
    const phone = phoneOf(content);
    const records = (await store.evidenceOf(id)).filter(({ channel }) => channel === 'phone' || channel === 'text');
    if (!phone || records.length === 0) return;
    const key = await subjectKey(phone);
    fitting = records.every((record) => record.subjectKey === key);
  };
  for (const request of requests) await look(request);
  const opened = requests.length - [...closed.values()].reduce((sum, number) => sum + number, 0);
  return [
    ...[...closed].map(([keyId, number]) =>
      ill(
        'keys',
        `${number} stored requests were sealed for "${keyId}" and do not open.`,
        `Add its private key to NRS_PRIVATE_KEY: …,${keyId}:<base64>`,
      ),
    ),
    ...(opened > 0 ? [well('keys', `${opened} stored requests open.`)] : []),
    ...(fitting === false
      ? [
          ill(
            'keys',
            'NRS_SUPPRESSION_KEY is not the one that the stored numbers were hashed with: nobody who said stop is known any more.',
            'Put the old NRS_SUPPRESSION_KEY back.',
          ),
        ]
      : []),
  ];
}

/** Looks at the keys of this process. `mustOpen`: requests are opened here to be delivered. */
export async function keyFindings(keys: Keys, mustOpen: boolean, store: RequestStore | undefined): Promise<Finding[]> {
  const pair = await pairFinding(keys, mustOpen);
  return [pair, ...(store ? await storedFindings(keys, store) : [])];
}
