import { z } from 'zod';
import { toBase64 } from '../bytes.ts';

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

/** Longer answers are no answers of a carrier. */
const longestAnswer = 64 * 1024;

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text.length > longestAnswer ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the carrier said. A code that is not known is the operator's to mend, as a wrong token is, so the text waits. */
async function handedFrom(response: Response): Promise<Handed> {
  const body = await jsonOf(response);
  const sid = response.status === 201 ? taken.safeParse(body).data?.sid : undefined;
  if (sid) return { is: 'taken', messageId: sid };
  const code = problem.safeParse(body).data?.code;
  const status = code === undefined ? String(response.status) : `sms-${code}`;
  if (code === stopped) return { is: 'stopped', status };
  if (code !== undefined && unreachable.includes(code)) return { is: 'refused', status };
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { is: 'later', status, ...(seconds > 0 && { afterMs: seconds * 1000 }) };
}

/** A carrier that speaks Twilio's public message format: a form with To, From and Body, and the account as user of basic authentication. */
export function carrierAt({ url, account, token, from }: CarrierSettings): Carrier {
  const address = `${url.replace(/\/+$/, '')}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`;
  const authorization = `Basic ${toBase64(new TextEncoder().encode(`${account}:${token}`))}`;
  return {
    async send({ to, says }, signal) {
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers: { Authorization: authorization, Accept: 'application/json' },
          body: new URLSearchParams({ To: to, From: from, Body: says }),
          redirect: 'error',
          signal,
        });
        return await handedFrom(response);
      } catch (error) {
        const isTimeout = error instanceof Error && /^(Timeout|Abort)Error$/.test(error.name);
        return { is: 'later', status: isTimeout ? 'timeout' : 'unreachable' };
      }
    },
  };
}
