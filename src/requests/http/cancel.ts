import { fill } from '#i18n/fill.ts';
import type { Locale } from '#i18n/locale.ts';
import { erasureOf } from '../erasure.ts';
import { sha256 } from '../keyed.ts';
import { htmlAnswer, problemPage } from './answers.ts';
import type { Deps } from './deps.ts';
import type { Answered } from './handle.ts';

/** Answers `/api/v1/cancel/<token>`: GET shows a page and changes nothing, because link scanners follow links; POST erases. */
export async function cancel(method: string, token: string, fallback: Locale, deps: Deps): Promise<Answered> {
  const found = await deps.store.cancellable(await sha256(token));
  if (!found) return { response: problemPage({ code: 'not-found' }, deps), code: 'not-found' };
  if (method === 'POST' && !found.isErased) await deps.store.erase(await erasureOf(found, 'cancel-link', deps));
  const isErased = method === 'POST' || found.isErased;
  const locale = found.evidence[0]?.locale ?? fallback;
  const kind = found.evidence[0]?.kind ?? 'callback';
  const { texts, operator } = deps.manifest;
  const words = texts[locale].cancel;
  const days = operator.historyDays;
  const ask = `${words.ask[kind]} ${days > 0 ? fill(words.history, { days }) : words.final}`;
  const html = deps.pages.fill('cancel', locale, {
    shows: [isErased ? 'done' : 'ask'],
    texts: { cancelUrl: `/api/v1/cancel/${token}`, ask, done: words.done[kind] },
  });
  return { response: htmlAnswer(html, 200, deps), requestId: found.requestId };
}
