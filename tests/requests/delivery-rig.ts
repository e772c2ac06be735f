import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Courier } from '#requests/delivery/attempt.ts';
import { type Delivered, deliverDue } from '#requests/delivery/deliver-due.ts';
import { postWithin } from '#requests/delivery/post.ts';
import { webhookCourier } from '#requests/delivery/webhook.ts';
import type { OutboxRow } from '#requests/outbox.ts';
import type { RequestStore } from '#requests/ports.ts';
import type { Reach } from '#requests/reach.ts';
import { logLine } from '#requests/redact.ts';
import { memoryStore } from '#requests/stores/memory.ts';
import { openerFor, sealerFor } from '#requests/stores/seal.ts';
import { sqlStore } from '#requests/stores/sql-store.ts';
import { openSqlite } from '#requests/stores/sqlite.ts';
import { webhookSecret } from './receiver.ts';
import { acceptance, at, type Changes } from './rows.ts';

const pair = await crypto.subtle.generateKey(
  { name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
  true,
  ['wrapKey', 'unwrapKey'],
);
const exported = async (format: 'spki' | 'pkcs8', key: CryptoKey) => ({
  keyId: 'k1',
  key: new Uint8Array(await crypto.subtle.exportKey(format, key)),
});
export const sealer = await sealerFor(await exported('spki', pair.publicKey));
export const opener = await openerFor([await exported('pkcs8', pair.privateKey)]);

/** What a person filled in. Nothing of it may stand anywhere but in a webhook. */
export const content = {
  locale: 'en',
  name: 'Canary Name',
  phone: '+12175550142',
  contactWindow: 'weekday-morning',
  timeZone: 'America/Chicago',
  voicemail: 'none',
  someoneElseAnswers: 'hang-up',
};

/** A store with a clock that tests move, a log at hand, and nothing delivering yet. */
export function deliveryRig(store: RequestStore = memoryStore()) {
  let now = Date.parse(at);
  const log: string[] = [];
  const clock = { now: () => new Date(now) };
  const ids = { uuid: () => randomUUID() as string, random: (count: number) => new Uint8Array(randomBytes(count)) };
  const deps = {
    store,
    clock,
    ids,
    report: (event: Parameters<typeof logLine>[0]) => void log.push(logLine(event, clock.now())),
  };
  return {
    ...deps,
    log,
    /** Moves the clock by so many minutes. */
    pass: (minutes: number) => {
      now += minutes * 60_000;
    },
    moveTo: (time: Date) => {
      now = time.getTime();
    },
    /** Takes a request in; `changes` may hold other content. */
    async ask({ said = content, ...changes }: Changes & { said?: object } = {}) {
      const rows = await acceptance({ at: clock.now().toISOString(), ...changes });
      const { id: requestId, kind, schemaVersion } = rows.request;
      rows.request.sealed = await sealer.seal(JSON.stringify(said), { requestId, kind, schemaVersion });
      await store.accept(rows);
      return { rows, ...rows.request, notice: rows.outbox[0] as OutboxRow };
    },
    /** A courier to a receiver. */
    webhookTo: (url: string, reach: Reach = 'anywhere', timeoutMs = 10_000) =>
      webhookCourier({
        url: new URL(url),
        secret: webhookSecret,
        endpoint: 'hook',
        store,
        opener,
        post: postWithin(reach),
        wallClock: { now: () => new Date() },
        timeoutMs,
      }),
    /** Delivers what is due now. */
    deliver: (courier: Courier, ending: { claiming?: AbortSignal; sending?: AbortSignal } = {}): Promise<Delivered> => {
      const never = new AbortController().signal;
      return deliverDue(courier, deps, { claiming: never, sending: never, ...ending });
    },
  };
}

/** A store in a real file, in a folder of its own. */
export function fileStore(): { store: RequestStore; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-delivery-'));
  const file = openSqlite(join(folder, 'requests.sqlite'));
  return {
    store: sqlStore(file, file.truncateLog),
    close() {
      file.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
