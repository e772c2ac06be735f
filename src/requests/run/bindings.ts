import type { RateLimit } from '../http/shared-limiter.ts';
import type { Database } from '../stores/database.ts';

/** The built site as the platform serves it. */
export interface Assets {
  fetch(request: Request): Promise<Response>;
}

/** What `wrangler.jsonc` binds to the worker, as far as we use it. Settings and secrets stand beside, as texts. */
export interface Bindings {
  ASSETS: Assets;
  STORE: Database;
  DELIVERIES: { send(message: unknown): Promise<unknown> };
  /** Counts posts of an address for all workers of a place. Without it each counts its own. */
  POSTS?: RateLimit;
  [setting: string]: unknown;
}

/** Keeps the worker alive for work that the answer does not wait for. */
export interface Context {
  waitUntil(work: Promise<unknown>): void;
}

/** Settings are the bindings that are texts. */
export const settingsIn = (bindings: Bindings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(bindings).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
