import { hourlyBudget } from '../http/budget.ts';
import type { Deps } from '../http/deps.ts';
import type { InFlight } from '../http/in-flight.ts';
import { type Limit, type LimitKind, limitersBy, memoryLimiter, noLimiter } from '../http/limiter.ts';
import { ourOrigins } from '../http/origin.ts';
import { sharedLimiter } from '../http/shared-limiter.ts';
import { keyedBy } from '../keyed.ts';
import type { Manifest } from '../manifest.ts';
import type { Ids, RequestStore, Sealer } from '../ports.ts';
import { failureHash, type LogEvent, logLine } from '../redact.ts';
import { behind, d1 } from '../stores/d1.ts';
import { sealerFor } from '../stores/seal.ts';
import { sqlStore } from '../stores/sql-store.ts';
import { disagreement } from './agreement.ts';
import { type Bindings, settingsIn } from './bindings.ts';
import { readBuiltAssets } from './built-assets.ts';
import { headersFor } from './header-rules.ts';
import { type Keys, keysOf } from './key-settings.ts';
import { openerOf, openingFor } from './opening.ts';
import { Refused } from './refused.ts';
import { carrierOf, readSettings, type Settings } from './settings.ts';

/** What a worker that is ready holds for all its requests. */
export interface Ready {
  settings: Settings;
  keys: Keys;
  deps: Deps;
}

const ids: Ids = {
  uuid: () => crypto.randomUUID(),
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Workers run in many places at once, so turns within one would prove nothing: the key's row in the store decides. */
const noTurns: InFlight = { enter: async () => () => {} };

/** Writes a line for each event to the platform's log. */
export const reportToLog = (event: LogEvent): void => console.log(logLine(event, new Date()));

function settingsOf(bindings: Bindings): Settings {
  const read = readSettings(settingsIn(bindings));
  if (!read.ok) throw new Refused(read.problems.join('\n'));
  if (read.settings.NRS_TEST_CLOCK)
    throw new Refused('NRS_TEST_CLOCK is a file, and a worker has none. Remove it: a worker goes by the real time.');
  if (read.settings.NRS_REQUESTS === 'off')
    throw new Refused(
      'NRS_REQUESTS is off. A site that takes no requests needs no worker: put dist/ on any file host.',
    );
  return read.settings;
}

/** The store, once its tables are up to date. */
async function storeOf({ STORE }: Bindings): Promise<RequestStore> {
  const database = d1(STORE);
  const reason = await behind(database);
  if (reason) throw new Refused(reason);
  return sqlStore(database);
}

/** Builds what the endpoint needs on Workers. Throws `Refused` with the reason where it must not take requests. */
export async function readyWith(bindings: Bindings): Promise<Ready> {
  const settings = settingsOf(bindings);
  const { manifest, rules, pages } = await readBuiltAssets(bindings.ASSETS);
  const reason = disagreement(settings, manifest);
  if (reason) throw new Refused(reason);
  refuseSilenceOn(manifest);
  const keys = keysOf(settings);
  const neededBy = openingFor(settings);
  if (neededBy) await openerOf(keys, neededBy);
  const carrier = carrierOf(settings);
  const store = await storeOf(bindings);
  const clock = { now: () => new Date() };
  await store.keepDisclosures(manifest.disclosures, clock.now().toISOString());
  const keyed = await keyedBy(keys.suppressionKey);
  const limiterFor = (limits: readonly Limit[], kind: LimitKind) => {
    if (manifest.mode === 'demo') return noLimiter;
    const own = memoryLimiter(limits, { clock, ids });
    return kind === 'posts' && bindings.POSTS ? sharedLimiter(own, bindings.POSTS, keyed.addressKey) : own;
  };
  const limiters = limitersBy(limiterFor, async (error) =>
    reportToLog({ event: 'failure', failure: await failureHash(error) }),
  );
  return {
    settings,
    keys,
    deps: {
      manifest,
      store,
      clock,
      ids,
      sealer: await sealerWith(keys),
      keyed,
      pages,
      inFlight: noTurns,
      limiters,
      budget: hourlyBudget(clock),
      channels: ['webhook'],
      ...(carrier && { sms: { token: carrier.token, wait } }),
      isOurOrigin: ourOrigins(manifest.mode, settings.NRS_ORIGIN ?? manifest.origin, () => settings.PORT),
      htmlHeaders: headersFor(rules, '/'),
      report: reportToLog,
    },
  };
}

/** D1 can always bring back what was erased, so readers of the real site have to be told. */
function refuseSilenceOn({ mode, operator }: Manifest): void {
  if (mode !== 'production' || operator.historyDays > 0) return;
  throw new Refused(
    'content/site.yaml says operator.historyDays: 0, and D1 keeps 30 days of history (7 on the free plan). Write the days and build again: readers are told.',
  );
}

async function sealerWith({ publicKey }: Keys): Promise<Sealer> {
  try {
    return await sealerFor(publicKey);
  } catch {
    throw new Refused(
      'NRS_PUBLIC_KEY is not an RSA public key in SPKI form. Use the public half that belongs to NRS_PRIVATE_KEY.',
    );
  }
}
