import type { Evidence } from '../consent.ts';
import type { Disclosure } from '../disclosure.ts';
import type { Binding, ListedRequest, OutboxRow, RequestRow, RequestStore, Sealed } from '../ports.ts';
import { statsFrom } from './stats.ts';

type Row = Omit<RequestRow, 'sealed'> & { sealed?: Sealed; erasedAt?: string };

const listed = ({ id, reference, kind, receivedAt, contactWindow, isQuarantined, erasedAt }: Row): ListedRequest => ({
  id,
  reference,
  kind,
  receivedAt,
  contactWindow,
  isQuarantined,
  state: erasedAt ? 'erased' : 'open',
});

/** The store without a database: for tests of everything around it. It forgets all when it goes. */
export function memoryStore(): RequestStore {
  const requests: Row[] = [];
  const evidence: Evidence[] = [];
  const bindings = new Map<string, Binding>();
  const disclosures = new Map<string, Disclosure>();
  let outbox: OutboxRow[] = [];

  const lastRecords = (records: readonly Evidence[]): Evidence[] => [
    ...new Map(records.map((record) => [record.evidenceId, record])).values(),
  ];
  const recordsOf = (requestId: string) => evidence.filter((record) => record.requestId === requestId);

  return {
    bindingOf: async (key) => bindings.get(key),

    async accept(rows) {
      if (rows.binding && bindings.has(rows.binding.key)) return 'key-taken';
      if (requests.some(({ reference }) => reference === rows.request.reference)) return 'reference-taken';
      requests.push({ ...rows.request });
      evidence.push(...rows.evidence);
      outbox.push(rows.outbox);
      if (rows.binding) bindings.set(rows.binding.key, rows.binding);
      return 'accepted';
    },

    async cancellable(cancelHash) {
      const found = requests.find((request) => request.cancelHash === cancelHash);
      if (!found) return undefined;
      return { requestId: found.id, isErased: Boolean(found.erasedAt), evidence: lastRecords(recordsOf(found.id)) };
    },

    async erase(erasure) {
      const found = requests.find(({ id }) => id === erasure.requestId);
      if (!found || found.erasedAt) return false;
      delete found.sealed;
      found.erasedAt = erasure.at;
      evidence.push(...erasure.evidence);
      outbox = [...outbox.filter(({ requestId }) => requestId !== found.id), erasure.outbox];
      return true;
    },

    async purgeBefore({ at, receivedUpTo, boundUpTo }) {
      const overdue = requests.filter(({ receivedAt, erasedAt }) => receivedAt <= receivedUpTo && !erasedAt);
      for (const request of overdue) {
        delete request.sealed;
        request.erasedAt = at;
      }
      outbox = outbox.filter(({ requestId }) => !overdue.some(({ id }) => id === requestId));
      const old = [...bindings.values()].filter((binding) => binding.at <= boundUpTo);
      for (const { key } of old) bindings.delete(key);
      return { erasedRequests: overdue.length, deletedBindings: old.length };
    },

    list: async () => requests.map(listed).reverse(),

    async find(reference) {
      const found = requests.find((request) => request.reference === reference || request.id === reference);
      if (!found) return undefined;
      const { locale, schemaVersion, sealed } = found;
      return { ...listed(found), locale, schemaVersion, ...(sealed && { sealed }) };
    },

    evidenceOf: async (requestId) => recordsOf(requestId),

    async keepDisclosures(shown) {
      for (const disclosure of shown) {
        if (!disclosures.has(disclosure.sha256)) disclosures.set(disclosure.sha256, disclosure);
      }
    },

    stats: async () =>
      statsFrom({
        requests: requests.map(({ erasedAt, isQuarantined }) => ({
          state: erasedAt ? 'erased' : isQuarantined ? 'quarantined' : 'open',
          number: 1,
        })),
        evidence: lastRecords(evidence).map(({ status }) => ({ state: status, number: 1 })),
        outbox: outbox.map(() => ({ state: 'due', number: 1 })),
      }),

    isHealthy: async () => true,
  };
}
