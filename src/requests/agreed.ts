import type { Evidence, Purpose } from './consent.ts';
import type { Agreement } from './disclosure.ts';
import { type CareRequest, wantsTextsToo } from './forms.ts';

/** One consent of a request: what for, on which wording, by which way, and whose contact it is about. */
export interface AgreedTo {
  purpose: Purpose;
  agreement: Agreement;
  channel: Evidence['channel'];
  contact: string;
}

/** How a person can be reached: a number in E.164, a mail address in lower case. */
interface Contacts {
  phone?: string;
  email?: string;
}

function contactsOf(request: CareRequest): Contacts {
  const phone = request.phone;
  const email = 'email' in request ? request.email?.toLowerCase() : undefined;
  return { ...(phone && { phone }), ...(email && { email }) };
}

/** The contact that stands for the person: it finds repeats and keeps the order. A number before an address. */
export function contactOf(request: CareRequest): string {
  const { phone, email } = contactsOf(request);
  return phone ?? email ?? '';
}

const purposes = { callback: 'call-back', 'short-call': 'short-call' } as const;

/** Everything that was agreed to with a request. A meeting is agreed to once for each way to be reached. */
export function agreedBy(request: CareRequest): AgreedTo[] {
  const { phone = '', email } = contactsOf(request);
  const own: AgreedTo[] = [];
  const { kind } = request;
  if (kind === 'text-info') own.push({ purpose: kind, agreement: kind, channel: 'text', contact: phone });
  else if (kind === 'meeting') {
    if (phone) own.push({ purpose: kind, agreement: kind, channel: 'phone', contact: phone });
    if (email) own.push({ purpose: kind, agreement: kind, channel: 'email', contact: email });
  } else own.push({ purpose: purposes[kind], agreement: kind, channel: 'phone', contact: phone });
  if (wantsTextsToo(request)) {
    own.push({ purpose: 'texts-too', agreement: 'texts-too', channel: 'text', contact: phone });
  }
  if ('shareQuizSummary' in request && request.shareQuizSummary) {
    own.push({
      purpose: 'quiz-summary',
      agreement: 'quiz-summary',
      channel: 'request',
      contact: contactOf(request),
    });
  }
  return own;
}
