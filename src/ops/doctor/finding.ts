import type { RequestStore } from '#requests/ports.ts';

/** What the doctor looks at, in this order. */
export const checks = [
  'settings',
  'build',
  'store',
  'keys',
  'clock',
  'evidence',
  'waiting',
  'webhook',
  'mail',
  'texts',
] as const;

/** One thing that was looked at: that it is well, or what is wrong and how to mend it. */
export interface Finding {
  check: (typeof checks)[number];
  ok: boolean;
  says: string;
  /** What to do. Only where it is not well. */
  fix?: string;
}

/** What was found of a store, and the store itself where its rows can be read. */
export interface StoreLooked {
  findings: Finding[];
  opened: { store: RequestStore; close(): void | Promise<void> } | undefined;
}

/** All is well. */
export const well = (check: Finding['check'], says: string): Finding => ({ check, ok: true, says });

/** Something is not, and this mends it. */
export const ill = (check: Finding['check'], says: string, fix: string): Finding => ({ check, ok: false, says, fix });
