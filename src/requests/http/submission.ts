import type { ProblemCode } from '../problem.ts';

/** The two ways a form arrives; the answer comes back in kind. */
export type Encoding = 'form' | 'json';

/** Fields as they arrived, or why they could not be read. */
export type Submission = { ok: true; fields: Record<string, unknown> } | { ok: false; code: ProblemCode };

/** More than any form of ours can fill. */
const maxBytes = 8 * 1024;

const encodings: Record<string, Encoding> = {
  'application/x-www-form-urlencoded': 'form',
  'application/json': 'json',
};

const mediaTypeOf = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** How the body says it is written. Undefined for anything that is not a form of ours. */
export const encodingOf = (headers: Headers): Encoding | undefined => encodings[mediaTypeOf(headers)];

function isReadable(headers: Headers): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  return encodingOf(headers) !== undefined && /^utf-?8$/i.test(charset) && (coding === 'identity' || coding === '');
}

/** What can be told of a post before its body is read. */
export function headersProblem(headers: Headers, most = maxBytes): ProblemCode | undefined {
  if (!isReadable(headers)) return 'wrong-type';
  return Number(headers.get('content-length') ?? 0) > most ? 'too-big' : undefined;
}

/** The body, or undefined as soon as it is larger than a form can be, whatever Content-Length said. */
async function boundedBody(request: Request, most: number): Promise<Uint8Array | undefined> {
  const said = request.headers.get('content-length') ?? '';
  // HTTP ends a body where it said it would, so a small one can be taken whole, at a fraction of what a stream costs.
  if (/^\d+$/.test(said) && Number(said) <= most) {
    const whole = new Uint8Array(await request.arrayBuffer());
    return whole.length > most ? undefined : whole;
  }
  const body = new Uint8Array(most);
  let length = 0;
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
    if (length + chunk.value.length > most) {
      await reader?.cancel();
      return undefined;
    }
    body.set(chunk.value, length);
    length += chunk.value.length;
  }
  return body.subarray(0, length);
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

function fromForm(text: string): Submission {
  const fields: Record<string, unknown> = Object.create(null);
  for (const pair of text.split('&').filter(Boolean)) {
    const [name = '', ...value] = pair.split('=').map(decoded);
    if (name in fields) return { ok: false, code: 'duplicate-field' };
    fields[name] = value.join('=');
  }
  return { ok: true, fields };
}

function fromJson(text: string): Submission {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: false, code: 'malformed' };
  if (namesIn(text) !== Object.keys(value).length) return { ok: false, code: 'duplicate-field' };
  return { ok: true, fields: value as Record<string, unknown> };
}

/** How many names a JSON object gives its own fields: `JSON.parse` keeps the last of several without a word. */
function namesIn(text: string): number {
  let depth = 0;
  let names = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:]/g)) {
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (token === ':' && depth === 1) names += 1;
  }
  return names;
}

/** Reads the body of a post whose headers passed: size, UTF-8, then form or JSON. Never rejects because of what is in it. */
export async function readSubmission(request: Request, most = maxBytes): Promise<Submission> {
  try {
    const body = await boundedBody(request, most);
    if (!body) return { ok: false, code: 'too-big' };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return encodingOf(request.headers) === 'form' ? fromForm(text) : fromJson(text);
  } catch {
    return { ok: false, code: 'malformed' };
  }
}
