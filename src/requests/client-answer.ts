import type { Receipt } from './accept.ts';
import type { Slot } from './slots.ts';

/** What a saved request is answered with. */
export interface ClientReceipt extends Receipt {
  cancelUrl: string;
}

/** A refusal as the endpoint writes it, as far as the form shows it. */
export interface ClientProblem {
  code: string;
  title: string;
  detail: string;
  errors?: readonly { pointer: string; message: string }[];
  slots?: readonly Slot[];
}

/** What became of a post, as far as the page can know. `nothing`: no answer, or none of ours; the request may or may not be saved. */
export type ClientAnswer =
  | { kind: 'saved'; receipt: ClientReceipt }
  | { kind: 'refused'; problem: ClientProblem; mayRetry: boolean }
  | { kind: 'nothing'; mayRetry: boolean };

const parsed = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

const areTexts = (...values: unknown[]): boolean => values.every((value) => typeof value === 'string');

/** These may pass within seconds, and the same key makes trying again safe. */
const passing = [408, 503];

/** Reads an answer. Only a 201 or 200 in our own words counts as saved: a portal or a proxy may answer anything. */
export function readAnswer({ status, type, text }: { status: number; type: string; text: string }): ClientAnswer {
  const isType = (name: string) => type.split(';', 1)[0]?.trim().toLowerCase() === name;
  const body = parsed(text);
  const { reference, receivedAt, whatNext, cancelUrl, code, title, detail } = body;
  if ((status === 201 || status === 200) && isType('application/json')) {
    if (areTexts(reference, receivedAt, whatNext, cancelUrl)) {
      return { kind: 'saved', receipt: body as unknown as ClientReceipt };
    }
  }
  if (status >= 400 && isType('application/problem+json') && areTexts(code, title, detail)) {
    const mayRetry = code === 'in-flight' || (passing.includes(status) && code !== 'demo-elsewhere');
    return { kind: 'refused', problem: body as unknown as ClientProblem, mayRetry };
  }
  return { kind: 'nothing', mayRetry: passing.includes(status) };
}
