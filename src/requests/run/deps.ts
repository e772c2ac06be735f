import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hourlyBudget } from '../http/budget.ts';
import type { Deps } from '../http/deps.ts';
import { inFlight } from '../http/in-flight.ts';
import { limitersBy, memoryLimiter, noLimiter } from '../http/limiter.ts';
import { ourOrigins } from '../http/origin.ts';
import { keyedBy } from '../keyed.ts';
import type { Manifest } from '../manifest.ts';
import type { Ids, RequestStore, Sealer } from '../ports.ts';
import { failureHash, type LogEvent, logLine } from '../redact.ts';
import { nodeSealerFor } from '../stores/node-seal.ts';
import { pagesFrom } from './built-pages.ts';
import { clockFrom } from './clock.ts';
import { type HeaderRules, headersFor } from './header-rules.ts';
import type { Keys } from './key-settings.ts';
import { keysFrom } from './keys.ts';
import { nodeHashing } from './node-hashing.ts';
import { Refused } from './refused.ts';
import { carrierOf, type Settings } from './settings.ts';

/** Ids and random bytes of Node. */
export const ids: Ids = { uuid: randomUUID, random: (count) => new Uint8Array(randomBytes(count)) };

/** Builds what the endpoint needs on Node. `port` is asked late, because it may be chosen when listening. */
export async function depsFor(
  settings: Settings,
  built: { manifest: Manifest; dist: string; rules: HeaderRules },
  store: RequestStore,
  port: () => number,
): Promise<Deps> {
  const { manifest, dist, rules } = built;
  const clock = clockFrom(settings.NRS_TEST_CLOCK);
  const keys = await keysFrom(settings);
  const carrier = carrierOf(settings);
  // The demonstration takes posts from this computer only, where everybody has the same address.
  const limiters = limitersBy(
    (limits) => (manifest.mode === 'demo' ? noLimiter : memoryLimiter(limits, { clock, ids, hashing: nodeHashing })),
    async (error) => reportToOutput({ event: 'failure', failure: await failureHash(error) }),
  );
  return {
    manifest,
    store,
    clock,
    ids,
    sealer: sealerWith(keys),
    keyed: await keyedBy(keys.suppressionKey, nodeHashing),
    pages: pagesFrom(manifest, (path) => readFileSync(join(dist, path, 'index.html'), 'utf8')),
    inFlight: inFlight(),
    limiters,
    budget: hourlyBudget(clock),
    channels: settings.NRS_SMTP_URL && settings.NRS_NOTIFY_TO ? ['webhook', 'mail'] : ['webhook'],
    ...(carrier && { sms: { token: carrier.token, wait: setTimeout } }),
    isOurOrigin: ourOrigins(manifest.mode, settings.NRS_ORIGIN ?? manifest.origin, port),
    htmlHeaders: headersFor(rules, '/'),
    report: reportToOutput,
  };
}

function sealerWith({ publicKey }: Keys): Sealer {
  try {
    return nodeSealerFor(publicKey);
  } catch {
    throw new Refused(
      'NRS_PUBLIC_KEY is not an RSA public key in SPKI form. Use the public half that belongs to NRS_PRIVATE_KEY.',
    );
  }
}

/** Writes the log, a line for each event. It carries the real time even where the requests go by a test clock. */
export const reportToOutput = (event: LogEvent): void => {
  process.stdout.write(`${logLine(event, new Date())}\n`);
};
