import { z } from 'zod';
import { toBase64 } from '../bytes.ts';
import { wordFor } from './attempt.ts';
import type { Answer, Post } from './webhook.ts';

/** What became of a text that was handed over. A status is a status of HTTP, `sms-` and the carrier's own code, or a word of ours. */
export type Handed =
  /** The carrier has it and named it. */
  | { is: 'taken'; messageId: string }
  /** The carrier knows that this person said stop. */
  | { is: 'stopped'; status: string }
  /** It will never go: the number takes no texts. */
  | { is: 'refused'; status: string }
  | { is: 'later'; status: string; afterMs?: number };

/** Whoever carries texts to phones. */
export interface Carrier {
  /** Hands one text over. `signal` ends it early. Never rejects. */
  send(text: { to: string; says: string }, signal: AbortSignal): Promise<Handed>;
}

/** How to reach the carrier, from the settings. */
export interface CarrierSettings {
  url: string;
  account: string;
  token: string;
  from: string;
}

/** Twilio's codes for a number that no text reaches: not a number, no route, not allowed there, not a mobile, from and to alike. */
const unreachable = [21211, 21214, 21217, 21265, 21266, 21408, 21612, 21614, 21635];
/** Its code for somebody who has said stop. */
const stopped = 21610;

const taken = z.object({ sid: z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/) });
const problem = z.object({ code: z.int() });

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What the carrier said. A code that is not known is the operator's to mend, as a wrong token is, so the text waits. */
function handedFrom(answer: Answer): Handed {
  const body = jsonIn(answer.body);
  const sid = answer.status === 201 ? taken.safeParse(body).data?.sid : undefined;
  if (sid) return { is: 'taken', messageId: sid };
  const code = problem.safeParse(body).data?.code;
  const status = code === undefined ? String(answer.status) : `sms-${code}`;
  if (code === stopped) return { is: 'stopped', status };
  if (code !== undefined && unreachable.includes(code)) return { is: 'refused', status };
  const seconds = Number(answer.retryAfter ?? Number.NaN);
  return { is: 'later', status, ...(seconds > 0 && { afterMs: seconds * 1000 }) };
}

/** A carrier that speaks Twilio's public message format: a form with To, From and Body, and the account as user of basic authentication. */
export function carrierAt({ url, account, token, from }: CarrierSettings, post: Post): Carrier {
  const messages = `/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`;
  const address = new URL(url.replace(/\/+$/, '') + messages);
  const headers = {
    authorization: `Basic ${toBase64(new TextEncoder().encode(`${account}:${token}`))}`,
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  };
  return {
    async send({ to, says }, signal) {
      const form = new URLSearchParams({ To: to, From: from, Body: says });
      try {
        return handedFrom(await post(address, headers, String(form), signal));
      } catch (error) {
        return { is: 'later', status: wordFor(error) };
      }
    },
  };
}
