import { pathTo } from '#i18n/paths.ts';
import { accept, type Circumstances, contentOf, type Receipt } from '../accept.ts';
import type { Shown } from '../consent.ts';
import type { Agreement } from '../disclosure.ts';
import type { CareRequest } from '../forms.ts';
import type { SlotTimes } from '../intake.ts';
import type { Problem } from '../problem.ts';
import type { Connection, Deps } from './deps.ts';
import type { Provenance } from './origin.ts';
import { isSuspicious } from './signals.ts';
import { whatNext } from './what-next.ts';

/** A checked request on its way into the store. */
export interface Incoming {
  request: CareRequest;
  connection: Connection;
  provenance: Provenance;
  isHoneypotFilled: boolean;
  droppedFields: number;
  /** The time that was picked, where one was. */
  slot?: SlotTimes;
}

/** What became of it. `rowId` is ours and may be logged. */
export type Saved =
  | { ok: true; receipt: Receipt; rowId: string; cancelToken: string; isReplay: boolean; isQuarantined: boolean }
  | { ok: false; problem: Problem };

/** A collision of references is met by another one; three in a row are a broken random source. */
const referenceAttempts = 3;

/** Saves a request once, however often its key comes. Resolves only after the commit; rejects when the store could not. */
export async function save(incoming: Incoming, deps: Deps): Promise<Saved> {
  const fingerprint = await deps.keyed.fingerprint(contentOf(incoming.request));
  const key = incoming.request.requestId;
  if (!key) return saveNew(incoming, fingerprint, deps);
  const leave = await deps.inFlight.enter(key);
  if (!leave) return { ok: false, problem: { code: 'in-flight', retryAfter: 1 } };
  try {
    return (await replayOf(key, fingerprint, deps)) ?? (await saveNew(incoming, fingerprint, deps));
  } finally {
    leave();
  }
}

/** The first answer again, for the same wish under the same key. Another wish under it is a mistake of the client. */
async function replayOf(key: string, fingerprint: string, { store, keyed }: Deps): Promise<Saved | undefined> {
  const binding = await store.bindingOf(key);
  if (!binding) return undefined;
  if (binding.fingerprint !== fingerprint) return { ok: false, problem: { code: 'key-reused' } };
  const receipt: Receipt = JSON.parse(binding.answer);
  const rowId = binding.requestId;
  const cancelToken = await keyed.cancelToken(rowId);
  return { ok: true, receipt, rowId, cancelToken, isReplay: true, isQuarantined: false };
}

/** Where this request stands among those that were saved and those that are being saved. */
interface Standing {
  isSuspicious: boolean;
  /** Seconds until this address may save another request. */
  seconds: number;
  giveBack(): void;
}

/** Counts the request for every limit before it is saved, so that requests that come together do not all see the last place free. */
async function stand(incoming: Incoming, fingerprint: string, { limiters }: Deps): Promise<Standing> {
  const { connection, provenance, isHoneypotFilled, droppedFields } = incoming;
  const place = await (provenance === 'unverified' ? limiters.unverified : limiters.accepted).take(connection.address);
  if (place.seconds > 0) return { ...place, isSuspicious: false };
  const pace = await limiters.pace.count(connection.address);
  const content = await limiters.content.count(fingerprint);
  const signs = { isTooFast: pace.seconds > 0, isRepeatedContent: content.seconds > 0 };
  return {
    isSuspicious: isSuspicious({ isHoneypotFilled, droppedFields, provenance, ...signs }),
    seconds: 0,
    giveBack() {
      for (const counted of [place, pace, content]) counted.giveBack();
    },
  };
}

async function saveNew(incoming: Incoming, fingerprint: string, deps: Deps): Promise<Saved> {
  const { seconds, isSuspicious: isQuarantined, giveBack } = await stand(incoming, fingerprint, deps);
  if (seconds > 0) return { ok: false, problem: { code: 'too-many', retryAfter: seconds } };
  let isSaved = false;
  try {
    const saved = await saveCounted(incoming, fingerprint, isQuarantined, deps);
    isSaved = saved.ok && !saved.isReplay;
    return saved;
  } finally {
    if (!isSaved) giveBack();
  }
}

async function saveCounted(
  incoming: Incoming,
  fingerprint: string,
  isQuarantined: boolean,
  deps: Deps,
): Promise<Saved> {
  const { request, slot } = incoming;
  const { operator } = deps.manifest;
  if (isQuarantined && deps.budget.isSpent()) return { ok: false, problem: { code: 'too-many', retryAfter: 3600 } };

  const key = request.requestId;
  const circumstances: Circumstances = {
    shown: (agreement) => shownTo(request, agreement, deps),
    whatNext: (at) => whatNext(request, at, deps.manifest, slot),
    isQuarantined,
    ...(slot && { slot }),
    callSeats: operator.callSeats,
    retentionDays: operator.retentionDays,
    channels: deps.channels,
    ...(key && { key: { value: key, fingerprint } }),
  };
  for (let attempt = 0; attempt < referenceAttempts; attempt += 1) {
    const { acceptance, receipt, cancelToken } = await accept(request, circumstances, deps);
    const outcome = await deps.store.accept(acceptance);
    if (outcome === 'accepted') {
      if (deps.budget.count()) deps.report({ event: 'flood' });
      const rowId = acceptance.request.id;
      return { ok: true, receipt, rowId, cancelToken, isReplay: false, isQuarantined };
    }
    if (outcome === 'slot-taken') return { ok: false, problem: { code: 'slot-taken' } };
    // Another process bound the key between our look and our write.
    const replay = outcome === 'key-taken' && key && (await replayOf(key, fingerprint, deps));
    if (replay) return replay;
  }
  throw new Error('No free reference in three attempts');
}

/** The wording that the person agreed to. The version was checked against the same list. Only the quiz's own page asks for its summary. */
function shownTo(request: CareRequest, agreement: Agreement, { manifest }: Deps): Shown {
  const { kind, locale, disclosureVersion } = request;
  const disclosure = manifest.disclosures.find(
    (known) => known.version === disclosureVersion && known.locale === locale && known.kind === agreement,
  );
  if (!disclosure) throw new Error(`No wording ${disclosureVersion}.${locale} for ${agreement}`);
  const isOnQuizPage = 'shareQuizSummary' in request && request.shareQuizSummary === true;
  return {
    disclosure,
    buttonText: manifest.texts[locale].buttons[kind],
    pagePath: isOnQuizPage ? pathTo('check', locale) : (manifest.pages[kind]?.[locale] ?? ''),
    buildId: manifest.buildId,
  };
}
