import { constants, createCipheriv, createPublicKey, createSecretKey, publicEncrypt, randomBytes } from 'node:crypto';
import type { Sealer } from '../ports.ts';
import { boundTo, type NamedKey, nonceBytes } from './seal.ts';

const dataKeyBytes = 32;

/** Seals as `sealerFor` does, with the means of Node itself: at a fifth of the cost, because nothing waits for a thread. */
export function nodeSealerFor({ keyId, key: spki }: NamedKey): Sealer {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`A key of type ${key.asymmetricKeyType} wraps nothing`);
  // Node takes the way of wrapping from the key as well as from an object around it. What is no key itself it only tells by way of an
  // exception, which costs two fifths of the wrapping on top.
  const wrapping = Object.assign(key, { oaepHash: 'sha256', padding: constants.RSA_PKCS1_OAEP_PADDING });
  return {
    async seal(content, to) {
      const random = randomBytes(dataKeyBytes + nonceBytes);
      const [dataKey, nonce] = [random.subarray(0, dataKeyBytes), random.subarray(dataKeyBytes)];
      const cipher = createCipheriv('aes-256-gcm', createSecretKey(dataKey), nonce);
      cipher.setAAD(boundTo(to, keyId));
      const body = Buffer.concat([nonce, cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return {
        keyId,
        body: body.toString('base64'),
        wrappedKey: publicEncrypt(wrapping, dataKey).toString('base64'),
      };
    },
  };
}
