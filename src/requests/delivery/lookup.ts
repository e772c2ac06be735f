import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { bareHost, isWithin, OutOfReach, type Reach } from '../reach.ts';

/** All addresses of a host. Rejects where one of them is out of reach: a name must not lead inside by turns. */
export async function addressesWithin(hostname: string, reach: Reach): Promise<LookupAddress[]> {
  const addresses = await new Promise<LookupAddress[]>((resolve, reject) =>
    lookup(bareHost(hostname), { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  );
  if (!addresses.every(({ address }) => isWithin(address, reach))) throw new OutOfReach('An address is out of reach');
  return addresses;
}

/**
 * Looks names up for a connection that is made to the very addresses that were checked, so that a name cannot change between the
 * look and the call. Node asks it for names only; hosts that are addresses are for `isPlainlyOutOfReach`.
 */
export const lookupWithin =
  (reach: Reach): LookupFunction =>
  (hostname, { all }, callback) => {
    addressesWithin(hostname, reach).then(
      (addresses) =>
        all ? callback(null, addresses) : callback(null, addresses[0]?.address ?? '', addresses[0]?.family),
      (error) => callback(error, ''),
    );
  };
