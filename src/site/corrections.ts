import type { Operator } from './config.ts';
import { mailto } from './share.ts';

/** Where a reader reports a mistake, as it is shown; `href` where it can be opened. */
export interface Corrections {
  contact: string;
  href?: string;
}

const mail = /^[^\s@/:]+@[^\s@/]+\.[a-z]{2,}$/i;

/** The way to report a mistake on a page. Undefined while the operator is a sample: nobody would read it. */
export function corrections(
  { isSample, correctionsContact: contact }: Pick<Operator, 'isSample' | 'correctionsContact'>,
  letter: { subject: string; body: string },
): Corrections | undefined {
  if (isSample) return undefined;
  if (mail.test(contact)) return { contact, href: mailto({ to: contact, ...letter }) };
  return /^https:\/\/\S+$/.test(contact) ? { contact, href: contact } : { contact };
}
