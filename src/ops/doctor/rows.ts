import { hasFailed } from '#requests/outbox.ts';
import type { RequestStore } from '#requests/ports.ts';
import { verifyEvidence } from '#requests/verify-evidence.ts';
import { type Finding, ill, well } from './finding.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Whether time has gone on since the newest request, and whether what is over was erased. */
export async function clockFindings(store: RequestStore, now: Date): Promise<Finding[]> {
  const [newest] = await store.list();
  const ahead = newest ? Date.parse(newest.receivedAt) - now.getTime() : 0;
  const kept = (await store.exportRows()).filter(({ eraseBy }) => Date.parse(eraseBy) < now.getTime());
  return [
    ahead > minute
      ? ill(
          'clock',
          `The newest request is ${Math.ceil(ahead / minute)} minutes in the future.`,
          'The clock of this computer went back or was ahead. Set it by a time server.',
        )
      : well('clock', `It is ${now.toISOString()}, after the newest request.`),
    ...(kept.length > 0
      ? [
          ill(
            'clock',
            `${kept.length} requests are kept longer than was promised.`,
            'npm run ops -- retention --run, and see why the server does not: look for "retention-failed" in its log.',
          ),
        ]
      : []),
  ];
}

/** Whether the evidence is as it was written. */
export async function evidenceFinding(store: RequestStore): Promise<Finding> {
  const { tip, broken } = await verifyEvidence(store);
  return broken
    ? ill('evidence', `The chain is broken at link ${broken.seq}.`, 'npm run ops -- verify-evidence')
    : well('evidence', `The chain holds up to link ${tip.seq}.`);
}

/** Whether something waits that should have gone out. `channels` are the ways that are in use. */
export async function waitingFindings(store: RequestStore, now: Date, channels: readonly string[]): Promise<Finding[]> {
  const rows = (await store.outboxList()).filter(({ channel }) => channels.includes(channel));
  const dead = rows.filter(({ state, signedOffAt }) => state === 'dead' && !signedOffAt);
  const late = rows.filter(
    ({ state, channel, createdAt, lastStatus }) =>
      (state === 'due' || state === 'leased') &&
      (channel !== 'text' || hasFailed(lastStatus)) &&
      Date.parse(createdAt) < now.getTime() - hour,
  );
  const people = await store.wroteIn();
  const found = [
    ...(dead.length > 0
      ? [
          ill(
            'waiting',
            `${dead.length} notices are dead letters.`,
            'npm run ops -- outbox list, then replay or outbox sign-off',
          ),
        ]
      : []),
    ...(late.length > 0
      ? [
          ill(
            'waiting',
            `${late.length} notices wait for longer than an hour.`,
            'npm run ops -- outbox list shows the last status of each',
          ),
        ]
      : []),
    ...(people.length > 0
      ? [
          ill(
            'waiting',
            `${people.length} people wrote by text what only a person can answer.`,
            'npm run ops -- texts waiting, read it at the carrier, answer, then texts resume',
          ),
        ]
      : []),
  ];
  return found.length > 0 ? found : [well('waiting', 'Nothing waits that should have gone out.')];
}
