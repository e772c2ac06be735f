import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isSynthetic } from '#requests/synthetic.ts';
import { csv } from './csv.ts';
import type { Desk } from './desk.ts';
import { done, impossible, json, type Outcome } from './outcome.ts';
import { inList, reveal } from './requests.ts';

const columns = [
  ...['reference', 'kind', 'receivedAt', 'promisedBy', 'state', 'outcome', 'quarantined', 'needsPerson', 'locale'],
  ...['name', 'phone', 'email', 'contactWindow', 'slot', 'timeZone', 'voicemail', 'someoneElseAnswers', 'topic'],
  ...['forWhom', 'textConsent', 'quizSummary'],
] as const;

/** As people write it at home: a plus in front would look like a formula. */
const readable = (phone: unknown): string | undefined =>
  typeof phone === 'string' ? (parsePhoneNumberFromString(phone)?.formatNational() ?? phone) : undefined;

/** Everything that is not erased, opened. Each opening is recorded; the daily tests of this site are left out. */
export async function exportRequests(desk: Desk, by: string, asJson: boolean): Promise<Outcome> {
  const requests = (await desk.store.exportRows()).filter(({ id }) => !isSynthetic(id));
  const rows: Record<string, unknown>[] = [];
  for (const request of requests) {
    const content = await reveal(request, by, desk);
    if (typeof content === 'string') return impossible(`${request.reference}: ${content}`);
    rows.push({ ...inList(request, desk), locale: request.locale, ...content, slot: request.slot?.start });
  }
  if (asJson) return json(rows);
  return done(
    csv(
      columns,
      rows.map((row) => ({ ...row, phone: readable(row['phone']) })),
    ),
  );
}
