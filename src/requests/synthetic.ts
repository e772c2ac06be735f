import { bodySchemaVersion } from './accept.ts';
import { toHex } from './bytes.ts';
import type { Acceptance } from './intake.ts';
import type { Keyed } from './keyed.ts';
import type { Channel } from './outbox.ts';
import type { Clock, Ids, Sealer } from './ports.ts';
import { referenceFrom } from './reference.ts';
import { eraseBy } from './retention.ts';

/** Every id of a synthetic request starts like this: version 8 of UUIDs is free for such marks, and no random one has it. */
const mark = '5e1f7e57-0000-8000-8000-';

/** Whether a request was made by this site itself, to see that requests arrive. */
export const isSynthetic = (requestId: string): boolean => requestId.startsWith(mark);

/** What making one needs. */
export interface SyntheticDeps {
  sealer: Sealer;
  keyed: Keyed;
  clock: Clock;
  ids: Ids;
}

/** The rows of a request that nobody made: sealed, stored, told and opened like any other, and marked so that nobody calls. */
export async function syntheticRequest(
  channels: readonly Channel[],
  { sealer, keyed, clock, ids }: SyntheticDeps,
): Promise<Acceptance> {
  const at = clock.now();
  const receivedAt = at.toISOString();
  const id = `${mark}${toHex(ids.random(6))}`;
  const content = {
    name: 'TEST, nobody asked, do not call',
    // A number for examples, which nobody has.
    phone: '+12175550100',
    timeZone: 'America/Chicago',
    contactWindow: 'any',
    voicemail: 'none',
    someoneElseAnswers: 'hang-up',
  };
  const sealed = await sealer.seal(JSON.stringify(content), {
    requestId: id,
    kind: 'callback',
    schemaVersion: bodySchemaVersion,
  });
  return {
    request: {
      ...{ id, reference: referenceFrom(ids.random(8)), kind: 'callback', locale: 'en' },
      ...{ contactWindow: 'any', receivedAt, sealed, schemaVersion: bodySchemaVersion, isQuarantined: false },
      subjectKey: await keyed.subjectKey(id),
      eraseBy: eraseBy(at, 2),
      cancelHash: await keyed.digest(toHex(ids.random(16))),
    },
    evidence: [],
    outbox: channels.map((channel) => ({
      ...{ id: ids.uuid(), requestId: id, channel, type: 'request.created', createdAt: receivedAt, dueAt: receivedAt },
    })),
    repeatsSince: receivedAt,
    seats: 1,
    wantsTexts: false,
  };
}
