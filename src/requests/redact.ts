import { z } from 'zod';
import { sha256 } from './keyed.ts';
import { kinds } from './kind.ts';
import { alarms, channels, failureWords } from './outbox.ts';
import { problemCodes } from './problem.ts';

const unless = <Field extends z.ZodType>(field: Field) => field.optional().catch(undefined);

/**
 * The only things that a log line may hold. Each is one of our own words, a number or an id that we made; whatever else is handed
 * over is dropped, so that a careless caller cannot log what a person typed.
 */
const line = z.object({
  ts: unless(z.iso.datetime()),
  event: unless(
    z.enum([
      'request',
      'started',
      'stopped',
      'failure',
      'retention',
      'retention-failed',
      'clock-jumped',
      'flood',
      'delivery',
      'alarm',
      'synthetic',
    ]),
  ),
  route: unless(z.enum(['requests', 'cancel', 'slots', 'sms-inbound', 'healthz', 'page', 'none'])),
  status: unless(z.int().min(100).max(599)),
  code: unless(z.enum(problemCodes)),
  kind: unless(z.enum(kinds)),
  durationMs: unless(z.number().min(0)),
  /** The row's own id, never one that a client made. */
  requestId: unless(z.uuid()),
  buildId: unless(z.string().regex(/^[\w.-]{1,40}$/)),
  quarantined: unless(z.boolean()),
  /** For a failure nobody foresaw: a hash of it, to count and compare by. */
  failure: unless(z.string().regex(/^[0-9a-f]{16}$/)),
  /** How many rows a run of retention erased and deleted. */
  erasedRequests: unless(z.int().min(0)),
  deletedBindings: unless(z.int().min(0)),
  /** Which way the time of day went. */
  jump: unless(z.enum(['forward', 'back'])),
  /** For an attempt to deliver: which way, which row, the how many-eth time, how it ended, and why where `status` does not say. */
  channel: unless(z.enum(channels)),
  outboxId: unless(z.uuid()),
  attempts: unless(z.int().min(0)),
  result: unless(z.enum(['delivered', 'later', 'dead'])),
  reason: unless(z.enum(failureWords)),
  /** What a person has to look at. */
  alarm: unless(z.enum(alarms)),
  /** A request that this site made itself. */
  synthetic: unless(z.boolean()),
});

/** One thing that happened, as the log may know it. */
export type LogEvent = Omit<z.infer<typeof line>, 'ts'>;

/** The JSON line of an event. */
export const logLine = (event: LogEvent, at: Date): string =>
  JSON.stringify(line.parse({ ts: at.toISOString(), ...event }));

/** What the log may know of an unforeseen error: its words may hold what somebody typed. */
export const failureHash = async (error: unknown): Promise<string> => (await sha256(String(error))).slice(0, 16);
