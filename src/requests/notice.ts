import { localTime } from '#i18n/time-zone.ts';
import type { ListedRequest } from './desk.ts';
import { isSynthetic } from './synthetic.ts';

/** A mail to the operator's staff. */
export interface Notice {
  subject: string;
  text: string;
}

const timeOf = (iso: string, timeZone: string): string =>
  localTime(new Date(iso), timeZone).slice(0, 16).replace('T', ' ');

/**
 * Says that a request came: its kind, its reference and when to call, nothing else (consent-and-privacy section 11). Mail is not
 * sealed, so who asks and what for stays where it is. `timeZone` is the operator's.
 */
export function noticeOf(request: ListedRequest, timeZone: string): Notice {
  const { id, reference, kind, slot, contactWindow } = request;
  const window = slot
    ? `${timeOf(slot.start, timeZone)} to ${timeOf(slot.end, timeZone).slice(11)} (${timeZone})`
    : contactWindow;
  const lines = [`Kind: ${kind}`, `Reference: ${reference}`, ...(window ? [`Window: ${window}`] : [])];
  return {
    subject: `${isSynthetic(id) ? 'Test, nobody asked: ' : ''}Request ${reference}`,
    text: `${lines.join('\n')}\n`,
  };
}
