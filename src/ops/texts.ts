import { readPhone } from '#requests/phone.ts';
import type { Desk } from './desk.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import { findRequest } from './requests.ts';
import { table } from './table.ts';

/** What stands for the numbers that are meant: one that was typed, or those of a request, which need not be opened for it. */
async function subjectKeysOf(desk: Desk, which: string): Promise<string[]> {
  const request = await findRequest(desk, which);
  if (request) {
    const records = await desk.store.evidenceOf(request.id);
    return [...new Set(records.filter(({ channel }) => channel !== 'email').map(({ subjectKey }) => subjectKey))];
  }
  const read = readPhone(which);
  return read.ok ? [await desk.subjectKey(read.phone)] : [];
}

/** Who wrote what only a person can answer. Neither number nor words are in the store: both are read at the carrier, by the message's id. */
export async function textsWaiting({ store }: Desk, asJson: boolean): Promise<Outcome> {
  const waiting = await store.wroteIn();
  if (asJson) return json(waiting);
  if (waiting.length === 0) return done('Nobody waits for an answer to a text.');
  const rows = waiting.map(({ since, messageIds, hasOpenRequest }) => ({
    since,
    request: hasOpenRequest ? 'open' : 'none',
    'at the carrier': messageIds.join(' ') || 'forgotten after 30 days',
  }));
  return done(`${table(rows)}\n\nOnce somebody has answered: npm run ops -- texts resume <number>`);
}

/** A person has seen to what a number wrote back: its texts go on. A number that said stop stays suppressed. */
export async function resumeTexts(desk: Desk, which: string, asJson: boolean): Promise<Outcome> {
  const subjectKeys = await subjectKeysOf(desk, which);
  if (subjectKeys.length === 0) {
    return impossible(
      `"${which}" is neither a reference nor a US phone number. Example: npm run ops -- texts resume ACDE3467`,
    );
  }
  const suppressed = (await Promise.all(subjectKeys.map((key) => desk.store.suppressedSince(key)))).filter(Boolean);
  for (const key of subjectKeys) await desk.store.resumeTexts(key);
  if (asJson) return json({ resumed: true, suppressed: suppressed.length > 0 });
  return done(
    suppressed.length > 0
      ? 'Nobody has to look any more. The number said stop, so it gets no automated message all the same.'
      : 'Nobody has to look any more. Texts to this number go on.',
  );
}
