/** `npm start`: builds if anything the site is made of has changed, then serves pages and endpoint from this process. */
import { ensureCompressed } from './compress.ts';
import { ensureBuilt } from './ensure-built.ts';

await ensureBuilt();
await ensureCompressed();
await import('../src/requests/run/node.ts');
