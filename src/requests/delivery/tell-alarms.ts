import type { Alarm, Channel, OutboxEntry } from '../outbox.ts';
import type { Clock, RequestStore } from '../ports.ts';
import type { LogEvent } from '../redact.ts';
import { isSynthetic } from '../synthetic.ts';

const hour = 3_600_000;
/** Something that waits this long undelivered is an alarm. */
const patienceMs = hour;
/** A dead letter is an alarm every day until somebody signs it off. */
const repeatMs = 24 * hour;

/** What alarms need. */
export interface AlarmDeps {
  store: Pick<RequestStore, 'claimAlarms'>;
  clock: Clock;
  report(event: LogEvent): void;
}

const alarmOf = ({ state, requestId }: OutboxEntry): Alarm => {
  if (isSynthetic(requestId)) return 'synthetic-failed';
  return state === 'dead' ? 'dead-letter' : 'undelivered';
};

/** A row that somebody has to look at. */
export type Alarmed = OutboxEntry & { alarm: Alarm };

/**
 * Tells what has waited too long or died, and answers with it. Only of ways out that are in use: rows for the others wait in case
 * they are set up one day, and nobody misses them.
 */
export async function tellAlarms(used: readonly Channel[], { store, clock, report }: AlarmDeps): Promise<Alarmed[]> {
  const now = clock.now().getTime();
  const before = (milliseconds: number) => new Date(now - milliseconds).toISOString();
  const limits = { at: before(0), undeliveredSince: before(patienceMs), repeatSince: before(repeatMs) };
  const rows = await Promise.all(used.map((channel) => store.claimAlarms({ channel, ...limits })));
  const alarmed = rows.flat().map((row): Alarmed => ({ ...row, alarm: alarmOf(row) }));
  for (const { alarm, channel, requestId, id, attempts } of alarmed) {
    report({ event: 'alarm', alarm, channel, requestId, outboxId: id, attempts });
  }
  return alarmed;
}
