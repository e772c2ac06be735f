/** Compresses what was built, for our own server to send: other hosts compress by themselves. */
import { compress, isCompressed } from '../src/site/build/compress.ts';

/** Adds the compressed copies to `dist/` where they are missing. */
export async function ensureCompressed(): Promise<void> {
  if (!isCompressed('dist')) await compress('dist');
}

if (import.meta.main) await ensureCompressed();
