import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Alarmed } from '#requests/delivery/tell-alarms.ts';
import type { Purged } from '#requests/intake.ts';
import { keyedBy } from '#requests/keyed.ts';
import type { ManifestOperator } from '#requests/manifest.ts';
import type { Channel } from '#requests/outbox.ts';
import type { Clock, Ids, Opener, RequestStore } from '#requests/ports.ts';
import { readBuiltSite } from '#requests/run/built-site.ts';
import { clockFrom } from '#requests/run/clock.ts';
import type { DeliveredOnce } from '#requests/run/deliver-once.ts';
import { ids } from '#requests/run/deps.ts';
import { keysFrom } from '#requests/run/keys.ts';
import { openLocalD1, openRemoteD1 } from '#requests/run/open-d1.ts';
import { openStore, storeFile } from '#requests/run/open-store.ts';
import { Refused } from '#requests/run/refused.ts';
import { runRetention } from '#requests/run/retention.ts';
import { isDeskOnly, readSettings, type Settings } from '#requests/run/settings.ts';
import { openerFor } from '#requests/stores/seal.ts';
import type { StoreChoice } from './commands.ts';

/** The ways out, as the command line goes them. */
export interface DeskDelivery {
  channels: Channel[];
  deliver(): Promise<DeliveredOnce>;
  /** What somebody has to look at; each is told once. */
  alarms(): Promise<Alarmed[]>;
  /** Tries endpoints again that said they were gone. */
  resume(): Promise<void>;
}

/** What the command line works with. */
export interface Desk {
  store: RequestStore;
  clock: Clock;
  ids: Ids;
  /** Who sits at this computer, for what is recorded without a name. */
  user: string;
  /** When somebody is there and how many, as the built site says; undefined where there is no build. */
  operator(): ManifestOperator | undefined;
  /** What stands for a number in the store. Rejects where this process has no key for it. */
  subjectKey(phone: string): Promise<string>;
  /** Rejects where there is no build, or where the settings name a way that cannot be gone. */
  delivery(): Promise<DeskDelivery>;
  /** Rejects where this process has no keys. */
  opener(): Promise<Opener>;
  /** Erases what was kept as long as the built site promises. Rejects where there is no build or the store cannot. */
  runRetention(): Promise<Purged>;
  /** Lets go of the store. */
  close(): Promise<void>;
}

const builtManifest = 'dist/endpoint.json';

/** The store that is meant, beside whoever uses it. Throws `Refused` with one sentence where it cannot be opened. */
async function openChosen(
  { DATA_DIR }: Settings,
  choice: StoreChoice | undefined,
): Promise<Pick<Desk, 'store' | 'close'>> {
  if (choice?.kind === 'd1') return choice.isRemote ? openRemoteD1() : openLocalD1(DATA_DIR);
  const path = storeFile(DATA_DIR);
  if (!existsSync(path)) {
    throw new Refused(
      `No store at ${path}. Start the server once (npm start), or name its folder: DATA_DIR=other npm run ops -- …`,
    );
  }
  const { store, close } = openStore(DATA_DIR);
  return { store, close: async () => close() };
}

/** Opens a store for the command line, or says in one sentence why it cannot. */
export async function openStoreForDesk(
  env: Readonly<Record<string, string | undefined>>,
  choice: StoreChoice | undefined,
): Promise<Desk | string> {
  const read = readSettings(env);
  if (!read.ok) return read.problems.join('\n');
  const { settings } = read;
  const clock = clockFrom(settings.NRS_TEST_CLOCK);
  const { store, close } = await openChosen(settings, choice);
  return {
    store,
    close,
    clock,
    ids,
    user: userName(),
    operator: () => (existsSync(builtManifest) ? readBuiltSite('dist').manifest.operator : undefined),
    subjectKey: async (phone) => (await keyedBy((await keysFrom(settings)).suppressionKey)).subjectKey(phone),
    delivery: () => deliveryFor(settings, store, clock),
    opener: async () => openerFor((await keysFrom(settings)).privateKeys),
    async runRetention() {
      const { retentionDays } = readBuiltSite('dist').manifest.operator;
      const promise = { retentionDays, isDeskOnly: isDeskOnly(settings) };
      return runRetention({ store, clock, promise });
    },
  };
}

/** Without an account of its own (some containers) a process has only a number. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

async function deliveryFor(settings: Settings, store: RequestStore, clock: Clock): Promise<DeskDelivery> {
  // Loaded only when asked for: most commands deliver nothing.
  const [{ couriersFor }, { waysInUse }, { deliverOnce }, { tellAlarms }, { ids }] = await Promise.all([
    import('#requests/run/couriers.ts'),
    import('#requests/run/ways-in-use.ts'),
    import('#requests/run/deliver-once.ts'),
    import('#requests/delivery/tell-alarms.ts'),
    import('#requests/run/deps.ts'),
  ]);
  const { timeZone } = readBuiltSite('dist').manifest.operator;
  const couriers = await couriersFor(settings, await keysFrom(settings), store, timeZone);
  const channels = couriers.map(({ channel }) => channel);
  // The answer of the command says what came of it.
  const deps = { store, clock, ids, report: () => {} };
  return {
    channels,
    deliver: () => deliverOnce(couriers, deps),
    alarms: () => tellAlarms(waysInUse(couriers, settings), deps),
    async resume() {
      for (const { endpoint } of couriers) await store.resumeEndpoint(endpoint);
    },
  };
}
