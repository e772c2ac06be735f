import { pathTo } from '#i18n/paths.ts';
import { accept, contentOf, type Receipt } from '../accept.ts';
import type { Shown } from '../consent.ts';
import type { Agreement } from '../disclosure.ts';
import type { Problem } from '../problem.ts';
import type { CareRequest } from '../request.ts';
import type { Connection, Deps } from './deps.ts';
import type { Provenance } from './origin.ts';
import { whatNext } from './what-next.ts';

/** A checked request on its way into the store. */
export interface Incoming {
  request: CareRequest;
  connection: Connection;
  provenance: Provenance;
  isQuarantined: boolean;
}

/** What became of it. `rowId` is ours and may be logged. */
export type Saved = { ok: true; receipt: Receipt; rowId: string; isReplay: boolean } | { ok: false; problem: Problem };

/** A collision of references is met by another one; three in a row are a broken random source. */
const referenceAttempts = 3;

/** Saves a request once, however often its key comes. Resolves only after the commit; rejects when the store could not. */
export async function save(incoming: Incoming, deps: Deps): Promise<Saved> {
  const key = incoming.request.requestId;
  if (!key) return saveNew(incoming, deps);
  const leave = await deps.inFlight.enter(key);
  if (!leave) return { ok: false, problem: { code: 'in-flight', retryAfter: 1 } };
  try {
    const fingerprint = await deps.keyed.fingerprint(contentOf(incoming.request));
    return (await replayOf(key, fingerprint, deps)) ?? (await saveNew(incoming, deps, { value: key, fingerprint }));
  } finally {
    leave();
  }
}

/** The first answer again, for the same wish under the same key. Another wish under it is a mistake of the client. */
async function replayOf(key: string, fingerprint: string, { store }: Deps): Promise<Saved | undefined> {
  const binding = await store.bindingOf(key);
  if (!binding) return undefined;
  if (binding.fingerprint !== fingerprint) return { ok: false, problem: { code: 'key-reused' } };
  return { ok: true, receipt: JSON.parse(binding.answer), rowId: binding.requestId, isReplay: true };
}

async function saveNew(incoming: Incoming, deps: Deps, key?: { value: string; fingerprint: string }): Promise<Saved> {
  const { request, connection, isQuarantined } = incoming;
  const limiter = incoming.provenance === 'unverified' ? deps.limiters.unverified : deps.limiters.accepted;
  const seconds = await limiter.secondsToWait(connection.address);
  if (seconds > 0) return { ok: false, problem: { code: 'too-many', retryAfter: seconds } };

  const circumstances = {
    shown: shownTo(request, deps),
    whatNext: (at: Date) => whatNext(request, at, deps.manifest),
    isQuarantined,
    retentionDays: deps.manifest.operator.retentionDays,
    ...(key && { key }),
  };
  for (let attempt = 0; attempt < referenceAttempts; attempt += 1) {
    const { acceptance, receipt } = await accept(request, circumstances, deps);
    const outcome = await deps.store.accept(acceptance);
    if (outcome === 'accepted') {
      await limiter.count(connection.address);
      return { ok: true, receipt, rowId: acceptance.request.id, isReplay: false };
    }
    if (outcome === 'slot-taken') return { ok: false, problem: { code: 'not-saved' } };
    // Another process bound the key between our look and our write.
    const replay = outcome === 'key-taken' && key && (await replayOf(key.value, key.fingerprint, deps));
    if (replay) return replay;
  }
  throw new Error('No free reference in three attempts');
}

/** The wordings that the person agreed to. The version was checked against the same list. Only the quiz's own page asks for its summary. */
function shownTo(request: CareRequest, { manifest }: Deps): { 'call-back': Shown; 'quiz-summary'?: Shown } {
  const { kind, locale, disclosureVersion, shareQuizSummary } = request;
  const shown = (agreement: Agreement): Shown => {
    const disclosure = manifest.disclosures.find(
      (known) => known.version === disclosureVersion && known.locale === locale && known.kind === agreement,
    );
    if (!disclosure) throw new Error(`No wording ${disclosureVersion}.${locale} for ${agreement}`);
    return {
      disclosure,
      buttonText: manifest.texts[locale].callback.button,
      pagePath: shareQuizSummary ? pathTo('check', locale) : manifest.pages.callback[locale],
      buildId: manifest.buildId,
    };
  };
  return { 'call-back': shown(kind), ...(shareQuizSummary && { 'quiz-summary': shown('quiz-summary') }) };
}
