/**
 * The address that our own outermost proxy saw, or the socket's where there is no proxy of ours. Further entries of
 * X-Forwarded-For are the client's word and never counted.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | null,
  trustedProxies: number,
): string | undefined {
  if (trustedProxies === 0) return peer;
  const hops = forwardedFor?.split(',').map((hop) => hop.trim()) ?? [];
  return hops.at(-trustedProxies) || peer;
}

/** An address as it is counted: a whole IPv4 address, the /64 of an IPv6 address, which is what one household has. */
export function countedAs(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const [first, last] = [head, tail].map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0))).fill('0');
  return [...(first ?? []), ...zeros, ...(last ?? [])]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
}
