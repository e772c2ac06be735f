/** Letters and digits that stay apart when read aloud or written by hand: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const alphabet = 'ACDEFGHJKMNPQRTWXY34679';

/** Length of a reference. 23 to the power of 8 is 78 billion: a collision is met by trying again, not by luck. */
const length = 8;

/** The label of a request that people say on the phone, from 8 random bytes. Never a credential. */
export function referenceFrom(random: Uint8Array): string {
  let rest = random.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let reference = '';
  while (reference.length < length) {
    reference += alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
  }
  return reference;
}
