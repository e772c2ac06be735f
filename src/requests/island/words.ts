import type { RequestTexts } from '../texts.ts';

/** What the script says. Everything else stands in the page before it runs. */
export interface ClientWords extends Pick<RequestTexts, 'client'> {
  titlePrefix: string;
  /** Title of the tab once a request is saved. */
  savedTitle: string;
  /** Title of the box when no answer of ours came. */
  failedTitle: string;
  /** Whom to call instead, as a sentence. */
  phone: string;
  /** All that a calendar shows of a booked call. */
  entryTitle: string;
}
