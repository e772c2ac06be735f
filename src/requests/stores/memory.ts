import type { RequestStore } from '../ports.ts';
import { memoryDesk } from './memory-desk.ts';
import { memoryEvidence } from './memory-evidence.ts';
import { memoryIntake } from './memory-intake.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { noRows } from './memory-rows.ts';
import { memoryTexts } from './memory-texts.ts';

/** The store without a database: for tests of everything around it. It forgets all when it goes. */
export function memoryStore(): RequestStore {
  const rows = noRows();
  return {
    ...memoryIntake(rows),
    ...memoryDesk(rows),
    ...memoryOutbox(rows),
    ...memoryEvidence(rows),
    ...memoryTexts(rows),
  };
}
