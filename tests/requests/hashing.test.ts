import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webHashing } from '#requests/hashing.ts';
import { keyedBy } from '#requests/keyed.ts';
import { nodeHashing } from '#requests/run/node-hashing.ts';

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 64 }).map((bytes) => new Uint8Array(bytes));
const anyText = fc.string({ unit: 'grapheme' });

test('the hashes of Node are those of the web, whatever the key and the text', async () => {
  await fc.assert(
    fc.asyncProperty(anyKey, anyText, async (key, text) => {
      expect(await nodeHashing.digest(text)).toBe(await webHashing.digest(text));
      const [web, node] = [await keyedBy(key, webHashing), await keyedBy(key, nodeHashing)];
      for (const hash of ['subjectKey', 'fingerprint', 'cancelToken'] as const) {
        expect(await node[hash](text)).toBe(await web[hash](text));
      }
    }),
  );
});

// A changed hash would orphan every suppression and every link that erases.
test('keyed hashes are what they always were', async () => {
  const keyed = await keyedBy(new Uint8Array(32).fill(7));
  expect(await keyed.subjectKey('+12175550142')).toBe(
    'e95cc53a7208c6f95222ee8ed31dd0b1c44109f0b7d9a9c67ad4728e4ccd6f66',
  );
  expect(await keyed.fingerprint('{}')).toBe('80f7d52c98f16f0b816634399fd856aab0e47528e25a06751226fa5438ab695d');
  expect(await keyed.cancelToken('r1')).toBe('bCwrZ2-QitC4U60CjiSKHQ');
});
