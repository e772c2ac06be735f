import { test } from 'vitest';
import type { RequestStore } from '#requests/ports.ts';
import { deskContract } from './store-contract-desk.ts';
import { erasingContract } from './store-contract-erasing.ts';
import { evidenceContract } from './store-contract-evidence.ts';
import { intakeContract } from './store-contract-intake.ts';
import { outboxContract } from './store-contract-outbox.ts';
import { textsContract } from './store-contract-texts.ts';

/** Names one thing that every store must do, and checks it on an empty one. */
export type Promised = (sentence: string, check: (store: RequestStore) => Promise<void>) => void;

/** What every store must do. Run it on each adapter; `open` gives an empty store. */
export function storeContract(name: string, open: () => RequestStore | Promise<RequestStore>): void {
  const promise: Promised = (sentence, check) => test(`${name}: ${sentence}`, async () => check(await open()));
  for (const part of [intakeContract, erasingContract, deskContract, outboxContract, evidenceContract, textsContract]) {
    part(promise);
  }
}
