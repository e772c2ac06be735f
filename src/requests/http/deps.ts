import type { Keyed } from '../keyed.ts';
import type { Manifest } from '../manifest.ts';
import type { Channel } from '../outbox.ts';
import type { Clock, Ids, Pages, RequestStore, Sealer } from '../ports.ts';
import type { LogEvent } from '../redact.ts';
import type { Budget } from './budget.ts';
import type { InFlight } from './in-flight.ts';
import type { Limiter, limits } from './limiter.ts';
import type { SmsInbound } from './sms-inbound.ts';

/** Everything the endpoint needs; whoever runs it builds this. */
export interface Deps {
  manifest: Manifest;
  store: RequestStore;
  sealer: Sealer;
  keyed: Keyed;
  clock: Clock;
  ids: Ids;
  pages: Pages;
  inFlight: InFlight;
  limiters: Readonly<Record<keyof typeof limits, Limiter>>;
  budget: Budget;
  /** By which ways the operator hears of requests. */
  channels: readonly Channel[];
  /** Where texts come in. Undefined where no carrier is set. */
  sms?: SmsInbound;
  /** Whether an origin is this site. */
  isOurOrigin(origin: string): boolean;
  /** The headers that the build gives every page without a rule of its own. */
  htmlHeaders: Readonly<Record<string, string>>;
  report(event: LogEvent): void;
}

/** How a request came in, as far as headers cannot be trusted to say. */
export interface Connection {
  /** The socket's other end. */
  peer: string | undefined;
  /** The client's address as our own proxies know it. */
  address: string | undefined;
}
