import { linkEvidence } from '#requests/link-evidence.ts';
import type { Replay } from '#requests/outbox.ts';
import type { Desk } from './desk.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import { table } from './table.ts';

const counted = ({ delivered, later, dead }: { delivered: number; later: number; dead: number }): string =>
  `Delivered: ${delivered}\nTo be tried again: ${later}\nDead letters: ${dead}`;

const nowhere =
  'Nobody to deliver to. Set NRS_WEBHOOK_URL and NRS_WEBHOOK_SECRET, or NRS_SMTP_URL and NRS_NOTIFY_TO, as the server has them.';

/** Says everything that is due now. */
export async function deliver(desk: Desk, asJson: boolean): Promise<Outcome> {
  const way = await desk.delivery().catch((error: Error) => error.message);
  if (typeof way === 'string') return impossible(way);
  if (way.channels.length === 0) return impossible(nowhere);
  const count = await way.deliver();
  if (count.stopped.length > 0 && count.delivered + count.later + count.dead === 0) {
    return impossible(
      `${count.stopped.join(' and ')}: the endpoint said that it is gone (410), so nothing is sent there. Mend it, then: npm run ops -- replay <id>`,
    );
  }
  return asJson ? json(count) : done(counted(count));
}

/** What a server does every minute: delivers, then looks for what has waited too long. Exit code 1 where somebody has to look. */
export async function sweep(desk: Desk, asJson: boolean): Promise<Outcome> {
  const way = await desk.delivery().catch((error: Error) => error.message);
  if (typeof way === 'string') return impossible(way);
  await linkEvidence(desk.store);
  const count = await way.deliver();
  const alarms = (await way.alarms()).map(({ alarm, id, channel, reference, attempts, lastStatus }) => ({
    ...{ alarm, id, channel, reference, attempts },
    lastStatus: lastStatus ?? '',
  }));
  const exitCode = alarms.length > 0 ? 1 : 0;
  if (asJson) return { ...json({ ...count, alarms }), exitCode };
  const rows = alarms.map((alarm) => ({ ...alarm, attempts: String(alarm.attempts) }));
  return { ...done([counted(count), ...(rows.length > 0 ? ['', table(rows)] : [])].join('\n')), exitCode };
}

/** All notices, newest first, without anything that a request says. */
export async function outboxList({ store }: Desk, asJson: boolean): Promise<Outcome> {
  const rows = await store.outboxList();
  if (asJson) return json(rows);
  if (rows.length === 0) return done('Nothing to say, nothing said.');
  return done(
    table(
      rows.map(
        ({ id, reference, channel, type, state, attempts, lastStatus, dueAt, deliveredAt, deadAt, signedOffBy }) => ({
          ...{ id, reference, channel, type, state },
          attempts: String(attempts),
          lastStatus: lastStatus ?? '',
          when: deliveredAt ?? deadAt ?? dueAt,
          signedOffBy: signedOffBy ?? '',
        }),
      ),
    ),
  );
}

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

/** A moment as people write it: a day, or ISO 8601. Undefined where it is neither. */
function momentOf(written: string, timeOfDay: string): string | undefined {
  const moment = new Date(wholeDay.test(written) ? `${written}T${timeOfDay}Z` : written);
  return /^\d{4}-/.test(written) && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined;
}

/** Reads `<from>..<to>`: days count whole, in UTC. Undefined where it is no range. */
export function rangeOf(written: string): { from: string; to: string } | undefined {
  const [first = '', last = ''] = written.split('..');
  const [from, to] = [momentOf(first, '00:00:00.000'), momentOf(last, '23:59:59.999')];
  return from && to && from <= to ? { from, to } : undefined;
}

/** Makes notices due anew: one, all of a request, or all of a time. An endpoint that said it is gone is tried again. */
export async function replay(desk: Desk, which: string, asJson: boolean): Promise<Outcome> {
  const { store, clock } = desk;
  const range = rangeOf(which);
  const isMeant = ({ id, reference }: { id: string; reference: string }) =>
    id === which.toLowerCase() || reference === which.toUpperCase();
  const meant: Replay = range ?? { ids: (await store.outboxList()).filter(isMeant).map(({ id }) => id) };
  const replayed = await store.replay(meant, clock.now().toISOString());
  if (replayed === 0) {
    return impossible(
      `Nothing to replay for "${which}". All notices: npm run ops -- outbox list. Texts are not said twice, erased requests not announced again, and what is being sent has to end first.`,
    );
  }
  const way = await desk.delivery().catch(() => undefined);
  await way?.resume();
  return asJson ? json({ replayed }) : done(`Due again: ${replayed}`);
}

/** A named person has seen to a dead letter: no more alarms, and retention may take it. */
export async function signOff({ store, clock }: Desk, id: string, by: string, asJson: boolean): Promise<Outcome> {
  const signedOffAt = clock.now().toISOString();
  if (await store.signOff(id.toLowerCase(), by, signedOffAt)) {
    return asJson ? json({ id, signedOffBy: by, signedOffAt }) : done(`Signed off by ${by}.`);
  }
  return impossible(`No dead letter "${id}" waits for a name. All notices: npm run ops -- outbox list`);
}
