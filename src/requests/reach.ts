import ipaddr from 'ipaddr.js';
import type { Mode } from './manifest.ts';

/** Where a process may deliver to: this computer only, anywhere, or only addresses of the public Internet. */
export type Reach = 'this-computer' | 'anywhere' | 'public';

/** A demonstration tells nobody else; a rehearsal may use anything; in production an inner address is a mistake or an attack. */
export const reachOf: Readonly<Record<Mode, Reach>> = {
  demo: 'this-computer',
  rehearsal: 'anywhere',
  production: 'public',
};

/** The host is, or resolves to, an address out of reach. */
export class OutOfReach extends Error {}

/** Whether an address is in reach. IPv4 in the clothes of IPv6 counts as what it is. */
export function isWithin(address: string, reach: Reach): boolean {
  if (reach === 'anywhere') return true;
  const range = ipaddr.process(address).range();
  return reach === 'public' ? range === 'unicast' : range === 'loopback';
}

/** The host of a URL without the brackets of an IPv6 address. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** The address that a host is or plainly means; undefined for a name that has to be looked up. */
function plainAddress(hostname: string): string | undefined {
  const host = bareHost(hostname);
  if (/^(.+\.)?localhost\.?$/i.test(host)) return '127.0.0.1';
  return ipaddr.isValid(host) ? host : undefined;
}

/** Whether a host is out of reach as far as can be told without looking it up. */
export function isPlainlyOutOfReach(hostname: string, reach: Reach): boolean {
  const address = plainAddress(hostname);
  return address !== undefined && !isWithin(address, reach);
}

/** Whether a host is this computer, without looking it up. */
export const isThisComputer = (hostname: string): boolean => {
  const address = plainAddress(hostname);
  return address !== undefined && isWithin(address, 'this-computer');
};
