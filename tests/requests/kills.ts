import { randomUUID } from 'node:crypto';
import { rmSync, truncateSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storeFile } from '#requests/run/open-store.ts';
import { goodRequests } from './fixtures.ts';
import type { Fault } from './plant.ts';
import { chance } from './random-hours.ts';
import { type Server, start, tinySite } from './tiny-site.ts';

/** What came of many kills. `lost`, `halfWritten` and `duplicates` must be 0. */
export interface Kills {
  kills: number;
  /** Of these, how many came before the server listened. */
  early: number;
  sent: number;
  acknowledged: number;
  /** Posts that a kill left without an answer, and that were sent again under the same key. */
  unanswered: number;
  /** Of these, how many were in the store already. */
  savedUnanswered: number;
  lost: number;
  halfWritten: number;
  duplicates: number;
}

/** How to kill. */
export interface Killing {
  kills: number;
  /** Acknowledgements between two kills, on average. */
  between: number;
  clients: number;
  seed?: number;
  faults?: readonly Fault[];
  /** Cuts what a disk that was never asked to sync may not have: the end of the log. */
  cutsLog?: boolean;
  onKill?: (far: Kills) => void;
  /** Ends it early; what was done until then is counted. */
  enough?: AbortSignal;
}

/** A wish of somebody who does not give up: the same post under the same key until it is answered. */
interface Wish {
  body: Record<string, string>;
  requestId: string;
  /** What was promised first. */
  reference?: string;
}

/** The kinds that nobody can run out of. */
const kinds = [goodRequests.callback, { ...goodRequests['text-info'], textTiming: 'now' }, goodRequests.meeting];

async function ask(
  origin: string,
  { body, requestId }: Wish,
): Promise<{ status: number; reference: string } | undefined> {
  try {
    const response = await fetch(`${origin}/api/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, requestId }),
    });
    return { status: response.status, ...(await response.json()) };
  } catch {
    return undefined;
  }
}

/** Kills a real server over and over while clients post, and looks at what is left. */
export async function killed(how: Killing): Promise<Kills> {
  const { kills, between, clients, seed = 1, faults = [], cutsLog = false, onKill, enough: stop } = how;
  const folder = tinySite();
  const random = chance(seed);
  const far: Kills = {
    ...{ kills: 0, early: 0, sent: 0, acknowledged: 0, unanswered: 0, savedUnanswered: 0 },
    ...{ lost: 0, halfWritten: 0, duplicates: 0 },
  };
  const wishes: Wish[] = [];
  const toAskAgain: Wish[] = [];
  let onAnswer: () => unknown = () => {};

  const settle = (wish: Wish, answer: { status: number; reference: string }) => {
    if (answer.status !== 201 && answer.status !== 200) throw new Error(`Answered ${answer.status}`);
    if (wish.reference === undefined) {
      far.acknowledged += 1;
      if (answer.status === 200) far.savedUnanswered += 1;
    } else if (wish.reference !== answer.reference) far.lost += 1;
    wish.reference ??= answer.reference;
    onAnswer();
  };
  /** One client: first whatever was sent before, then new wishes; whatever goes unanswered is asked again. */
  const client = async (origin: string, isNewWanted: boolean, toAskOnceMore: Wish[]) => {
    for (;;) {
      const again = toAskAgain.pop();
      const wish = again ?? (isNewWanted ? newWish() : undefined);
      if (!wish) return;
      const answer = await ask(origin, wish);
      // What was answered is asked once more after the next start: it must still be known then.
      if (!again || !answer) toAskOnceMore.push(wish);
      if (answer) settle(wish, answer);
      else {
        if (wish.reference === undefined) far.unanswered += 1;
        return;
      }
    }
  };
  const newWish = (): Wish => {
    far.sent += 1;
    const phone = `217 555 ${String(far.sent % 10_000).padStart(4, '0')}`;
    const wish: Wish = { body: { ...kinds[far.sent % kinds.length], phone }, requestId: randomUUID() };
    if (wish.body['kind'] === 'meeting') wish.body['phone'] = '';
    wishes.push(wish);
    return wish;
  };
  let running: Server['process'] | undefined;
  const listening = (onSpawn?: (child: Server['process']) => void) =>
    start(
      folder,
      { NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') },
      {
        faults,
        onSpawn: (child) => {
          running = child;
          onSpawn?.(child);
        },
      },
    );

  try {
    while (far.kills < kills && !stop?.aborted) {
      // Now and then the end comes before the beginning: at the first word, while what the last kill left is put in order.
      if (far.kills > 0 && far.kills < kills - 1 && random() < 0.1) {
        await (await listening((child) => child.stdout?.once('data', () => child.kill('SIGKILL')))).ended;
        far.kills += 1;
        far.early += 1;
        continue;
      }
      const server = await listening();
      const enough = far.acknowledged + Math.ceil(random() * 2 * between);
      const toAskOnceMore: Wish[] = [];
      const asking = Array.from({ length: clients }, () => client(server.origin, true, toAskOnceMore));
      await new Promise<void>((reached) => {
        onAnswer = () => far.acknowledged >= enough && reached();
        onAnswer();
      });
      for (let turns = Math.floor(random() * 50); turns > 0; turns -= 1) await new Promise(setImmediate);
      server.process.kill('SIGKILL');
      await Promise.all([...asking, server.ended]);
      if (cutsLog) truncateSync(`${storeFile(join(folder, 'data'))}-wal`, 0);
      toAskAgain.push(...toAskOnceMore);
      far.kills += 1;
      onKill?.(far);
    }
    const last = await listening();
    await Promise.all(Array.from({ length: clients }, () => client(last.origin, false, [])));
    last.process.kill('SIGTERM');
    await last.ended;
    return { ...far, ...accountOf(storeFile(join(folder, 'data')), wishes, far.lost) };
  } finally {
    running?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Compares the rows of a store with what was promised. */
function accountOf(
  path: string,
  wishes: readonly Wish[],
  lost: number,
): Pick<Kills, 'lost' | 'halfWritten' | 'duplicates'> {
  const file = new DatabaseSync(path);
  try {
    // The product never looks keys up by request; tens of thousands of such look-ups need an index.
    file.exec('CREATE INDEX account ON idempotency (request_id)');
    const [check] = file.prepare('PRAGMA integrity_check').all();
    if (check?.['integrity_check'] !== 'ok') throw new Error('The file itself is broken');
    const promised = file.prepare(
      'SELECT r.reference FROM idempotency i JOIN request r ON r.id = i.request_id WHERE i.key = ?',
    );
    const missing = wishes.filter(
      ({ requestId, reference }) => promised.get(requestId)?.['reference'] !== reference || reference === undefined,
    );
    const { number: stored } = file.prepare('SELECT count(*) AS number FROM request').get() as { number: number };
    return {
      lost: lost + missing.length,
      halfWritten: Number(file.prepare(halfWritten).get()?.['number']),
      duplicates: stored - wishes.length + missing.length,
    };
  } finally {
    file.close();
  }
}

/** Counts requests that lack a row, and rows that lack their request. For posts that ask for one thing each, with a key. */
export const halfWritten = `SELECT
  (SELECT count(*) FROM request r WHERE r.body IS NULL
    OR (SELECT count(*) FROM request_key WHERE request_id = r.id) <> 1
    OR (SELECT count(*) FROM evidence WHERE request_id = r.id) <> 1
    OR (SELECT count(*) FROM idempotency WHERE request_id = r.id) <> 1
    OR (SELECT count(*) FROM text_subscription WHERE request_id = r.id) <> (r.kind = 'text-info')
    OR (SELECT count(*) FROM outbox WHERE request_id = r.id) <> 1 + (r.kind = 'text-info'))
  + (SELECT count(*) FROM (
      SELECT request_id FROM request_key UNION SELECT request_id FROM evidence UNION SELECT request_id FROM outbox
      UNION SELECT request_id FROM idempotency UNION SELECT request_id FROM text_subscription)
    WHERE request_id NOT IN (SELECT id FROM request)) AS number`;

/** The figures in a line. */
export const sayKills = ({ kills, early, acknowledged, unanswered, savedUnanswered, ...bad }: Kills): string =>
  `${kills} kills (${early} of them before it listened), ${acknowledged} acknowledged (${unanswered} without an answer at first, ${savedUnanswered} of them saved): ${bad.lost} lost, ${bad.halfWritten} half-written, ${bad.duplicates} duplicates after replay`;
