import { readPhone } from '#requests/phone.ts';
import { stopTexts } from '#requests/text-consent.ts';
import type { Desk } from './desk.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';

/** Why what was written cannot be suppressed. No program ever writes to the address of a person, so an address has nothing to end. */
const noNumber = (written: string): string =>
  written.includes('@')
    ? 'Nothing automatic goes to e-mail addresses. To end what somebody asked for: npm run ops -- requests erase <reference>'
    : 'This is no US phone number. Example: npm run ops -- suppress add +12175550142';

/** Somebody said by voice, mail or paper that they want no more messages: it counts like STOP. The number is not printed. */
export async function suppressNumber(desk: Desk, written: string, asJson: boolean): Promise<Outcome> {
  const read = readPhone(written);
  if (!read.ok) return impossible(noNumber(written));
  const { store, clock, ids } = desk;
  const subjectKey = await desk.subjectKey(read.phone);
  const wish = { subjectKey, via: 'operator', class: 'operator' } as const;
  if ((await stopTexts(wish, { store, clock, ids })) === 'sending') {
    return impossible('A text to this number is under way this moment. Run the command again in a few seconds.');
  }
  return suppressionOf(desk, written, asJson);
}

/** Whether a number gets no automated messages, and since when. */
export async function suppressionOf(desk: Desk, written: string, asJson: boolean): Promise<Outcome> {
  const read = readPhone(written);
  if (!read.ok) return impossible(noNumber(written));
  const since = await desk.store.suppressedSince(await desk.subjectKey(read.phone));
  if (asJson) return json({ suppressed: since !== undefined, since: since ?? null });
  return done(since ? `Suppressed since ${since}. No automated message goes to this number.` : 'Not suppressed.');
}
