import { existsSync } from 'node:fs';
import type { Purged } from '#requests/intake.ts';
import { keyedBy } from '#requests/keyed.ts';
import type { Clock, Ids, Opener, RequestStore } from '#requests/ports.ts';
import { readBuiltSite } from '#requests/run/built-site.ts';
import { clockFrom } from '#requests/run/clock.ts';
import { ids } from '#requests/run/deps.ts';
import { keysFrom } from '#requests/run/keys.ts';
import { openStore, storeFile } from '#requests/run/open-store.ts';
import { runRetention } from '#requests/run/retention.ts';
import { isDeskOnly, readSettings } from '#requests/run/settings.ts';
import { openerFor } from '#requests/stores/seal.ts';

/** What the command line works with. */
export interface Desk {
  store: RequestStore;
  clock: Clock;
  ids: Ids;
  /** What stands for a number in the store. Rejects where this process has no key for it. */
  subjectKey(phone: string): Promise<string>;
  /** Rejects where this process has no keys. */
  opener(): Promise<Opener>;
  /** Erases what was kept as long as the built site promises. Rejects where there is no build or the store cannot. */
  runRetention(): Promise<Purged>;
}

/** Opens the store of DATA_DIR beside a running server, or says in one sentence why it cannot. */
export function openStoreForDesk(env: Readonly<Record<string, string | undefined>>): Desk | string {
  const read = readSettings(env);
  if (!read.ok) return read.problems.join('\n');
  const { settings } = read;
  const path = storeFile(settings.DATA_DIR);
  if (!existsSync(path)) {
    return `No store at ${path}. Start the server once (npm start), or name its folder: DATA_DIR=other npm run ops -- …`;
  }
  const { store } = openStore(settings.DATA_DIR);
  return {
    store,
    clock: clockFrom(settings.NRS_TEST_CLOCK),
    ids,
    subjectKey: async (phone) => (await keyedBy((await keysFrom(settings)).suppressionKey)).subjectKey(phone),
    opener: async () => openerFor((await keysFrom(settings)).privateKeys),
    async runRetention() {
      const { retentionDays } = readBuiltSite('dist').manifest.operator;
      const promise = { retentionDays, isDeskOnly: isDeskOnly(settings) };
      return runRetention({ store, clock: clockFrom(settings.NRS_TEST_CLOCK), promise });
    },
  };
}
