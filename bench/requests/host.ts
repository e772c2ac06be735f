/** A server that takes requests, in a process of its own: `ours` as `npm start` runs it, or a peer. Tells its CPU time when asked. */
import { join } from 'node:path';
import { makeKeys } from '#requests/run/keys.ts';
import { serve } from '#requests/run/serve.ts';
import { servePeer } from './peer.ts';

const [kind, folder = '.'] = process.argv.slice(2);
const keys = await makeKeys('k1');
const address =
  kind === 'same' || kind === 'bare'
    ? await servePeer(kind, join(folder, 'peer.sqlite'), keys.NRS_PUBLIC_KEY.slice('k1:'.length))
    : (
        await serve(
          {
            ...{ PORT: '0', DATA_DIR: join(folder, 'data'), NRS_MODE: 'rehearsal', NRS_TRUSTED_PROXIES: '1' },
            NRS_PUBLIC_KEY: keys.NRS_PUBLIC_KEY,
            NRS_SUPPRESSION_KEY: keys.NRS_SUPPRESSION_KEY,
          },
          join(folder, 'dist'),
        )
      ).address;
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.on('disconnect', () => process.exit());
process.send?.({ address });
