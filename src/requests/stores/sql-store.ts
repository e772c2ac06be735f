import type { Evidence } from '../consent.ts';
import type { Binding, ListedRequest, RequestStore, StoredRequest } from '../ports.ts';
import type { Bound, Database, SqlValue } from './database.ts';
import * as sql from './sql.ts';
import { statsFrom } from './stats.ts';

type ListedRow = Omit<ListedRequest, 'isQuarantined'> & {
  isQuarantined: number;
  locale: StoredRequest['locale'];
  schemaVersion: number;
};
type StoredRow = ListedRow & { body: string | null; keyId: string | null; wrappedKey: string | null };
type Count = { state: string; number: number };

const listedFrom = ({
  id,
  reference,
  kind,
  receivedAt,
  contactWindow,
  isQuarantined,
  state,
}: ListedRow): ListedRequest => ({
  id,
  reference,
  kind,
  receivedAt,
  contactWindow,
  isQuarantined: isQuarantined === 1,
  state,
});

function storedFrom(row: StoredRow): StoredRequest {
  const { body, keyId, wrappedKey, locale, schemaVersion } = row;
  return {
    ...listedFrom(row),
    locale,
    schemaVersion,
    ...(body && keyId && wrappedKey && { sealed: { body, keyId, wrappedKey } }),
  };
}

/**
 * The store over any database of D1's shape. `afterErasing` runs once the rows are gone, for databases that keep a log of
 * their own.
 */
export function sqlStore(database: Database, afterErasing: () => void = () => {}): RequestStore {
  const bind = (statement: string, ...values: SqlValue[]): Bound => database.prepare(statement).bind(...values);
  const rows = async <Row>(statement: string, ...values: SqlValue[]): Promise<Row[]> =>
    (await bind(statement, ...values).all<Row>()).results;
  const recordsOf = async (statement: string, requestId: string): Promise<Evidence[]> =>
    (await rows<{ record: string }>(statement, requestId)).map(({ record }) => JSON.parse(record));

  const bindingOf = async (key: string): Promise<Binding | undefined> =>
    (await bind(sql.selectBinding, key).first<Binding>()) ?? undefined;

  return {
    bindingOf,

    async accept({ request, evidence, outbox, binding }) {
      const { sealed } = request;
      const batch = [
        bind(
          sql.insertRequest,
          request.id,
          request.reference,
          request.kind,
          request.locale,
          request.contactWindow,
          request.receivedAt,
          request.schemaVersion,
          Number(request.isQuarantined),
          request.cancelHash,
          sealed.body,
        ),
        bind(sql.insertKey, request.id, sealed.keyId, sealed.wrappedKey),
        ...evidence.map((record) =>
          bind(sql.insertEvidence, record.evidenceId, request.id, record.status, JSON.stringify(record)),
        ),
        bind(sql.insertOutbox, outbox.id, request.id, outbox.type, outbox.dueAt),
      ];
      if (binding) {
        const { key, requestId, fingerprint, answer, at } = binding;
        batch.push(bind(sql.insertBinding, key, requestId, fingerprint, answer, at));
      }
      try {
        await database.batch(batch);
        return 'accepted';
      } catch (error) {
        // The two databases word a broken constraint differently, so the rows are asked instead of the message.
        if (binding && (await bindingOf(binding.key))) return 'key-taken';
        if (await bind(sql.selectReference, request.reference).first()) return 'reference-taken';
        throw error;
      }
    },

    async cancellable(cancelHash) {
      const found = await bind(sql.selectCancellable, cancelHash).first<{ id: string; isErased: number }>();
      if (!found) return undefined;
      const evidence = await recordsOf(sql.selectLastEvidence, found.id);
      return { requestId: found.id, isErased: found.isErased === 1, evidence };
    },

    async erase({ requestId, at, evidence, outbox }) {
      const results = await database.batch([
        ...evidence.map((record) =>
          bind(sql.appendEvidence, record.evidenceId, requestId, record.status, JSON.stringify(record), requestId),
        ),
        bind(sql.dropUndelivered, requestId, requestId),
        bind(sql.appendOutbox, outbox.id, requestId, outbox.type, outbox.dueAt, requestId),
        bind(sql.deleteKey, requestId),
        bind(sql.blankRequest, at, requestId),
      ]);
      afterErasing();
      return (results.at(-1)?.results.length ?? 0) > 0;
    },

    async purgeBefore({ at, receivedUpTo, boundUpTo }) {
      const [, , erased, unbound] = await database.batch([
        bind(sql.dropOverdueNotices, receivedUpTo),
        bind(sql.deleteOverdueKeys, receivedUpTo),
        bind(sql.blankOverdue, at, receivedUpTo),
        bind(sql.deleteOldBindings, boundUpTo),
      ]);
      // Also where nothing was due: a reader may have kept the log of an earlier erasure from being emptied.
      afterErasing();
      return { erasedRequests: erased?.results.length ?? 0, deletedBindings: unbound?.results.length ?? 0 };
    },

    list: async () => (await rows<ListedRow>(sql.selectList)).map(listedFrom),

    async find(reference) {
      const row = await bind(sql.selectRequest, reference, reference).first<StoredRow>();
      return row ? storedFrom(row) : undefined;
    },

    evidenceOf: (requestId) => recordsOf(sql.selectEvidence, requestId),

    async keepDisclosures(disclosures, at) {
      await database.batch(
        disclosures.map(({ sha256, version, locale, kind, text }) =>
          bind(sql.insertDisclosure, sha256, version, locale, kind, text, at),
        ),
      );
    },

    stats: async () =>
      statsFrom({
        requests: await rows<Count>(sql.countRequests),
        evidence: await rows<Count>(sql.countEvidence),
        outbox: await rows<Count>(sql.countOutbox),
      }),

    async isHealthy() {
      try {
        await bind(sql.isThere, '').first();
        return true;
      } catch {
        return false;
      }
    },
  };
}
