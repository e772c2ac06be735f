import type { StoredRequest } from './desk.ts';
import type { Content } from './opened.ts';
import type { OutboxRow } from './outbox.ts';
import { isSynthetic } from './synthetic.ts';

/** The body of a webhook, as Standard Webhooks shapes it. */
export interface News {
  type: OutboxRow['type'];
  /** When it happened, however late it is told. */
  timestamp: string;
  data: Readonly<Record<string, unknown>>;
}

type Happened = Pick<OutboxRow, 'type' | 'createdAt'>;

/** A request, opened. `firstReference` names the one that it repeats. */
export function newsOfRequest(
  { type, createdAt }: Happened,
  request: StoredRequest,
  content: Content,
  firstReference?: string,
): News {
  const { id, reference, kind, receivedAt, locale, isQuarantined, slot } = request;
  return {
    type,
    timestamp: createdAt,
    data: {
      ...content,
      ...{ reference, kind, receivedAt, locale, isQuarantined },
      ...(firstReference && { repeatOf: firstReference }),
      ...(slot && { slot }),
      ...(isSynthetic(id) && { isSynthetic: true }),
    },
  };
}

/** That a request is no more. Nothing of what it said is left to tell. */
export const newsOfEnd = (
  { type, createdAt }: Happened,
  { reference, kind, receivedAt, locale }: StoredRequest,
): News => ({
  type,
  timestamp: createdAt,
  data: { reference, kind, receivedAt, locale },
});
