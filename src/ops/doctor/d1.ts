import { openLocalD1, openRemoteD1 } from '#requests/run/open-d1.ts';
import { Refused } from '#requests/run/refused.ts';
import { ill, type StoreLooked, well } from './finding.ts';

/** Looks whether D1 is there and its tables fit this version, and opens it then. */
export async function d1Findings(dataDir: string, isRemote: boolean): Promise<StoreLooked> {
  try {
    const opened = await (isRemote ? openRemoteD1() : openLocalD1(dataDir));
    const place = isRemote ? 'at Cloudflare' : 'of the local worker';
    return { findings: [well('store', `The D1 ${place} answers, and its tables fit this version.`)], opened };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { findings: [ill('store', 'D1 cannot be used.', error.message)], opened: undefined };
  }
}
