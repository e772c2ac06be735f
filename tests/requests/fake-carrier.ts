import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CarrierSettings } from '#requests/delivery/carrier.ts';

/** A text as the carrier got it. */
export interface Carried {
  To: string;
  From: string;
  Body: string;
}

/** What the carrier says next, in place of taking the text. */
export interface Said {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const account = `AC${'0'.repeat(32)}`;
const token = 'not-a-real-token';
const from = '+12175550100';

/** The message resource of the public documentation, as far as anybody reads it. */
const resource = (text: Carried, number: number) => ({
  sid: `SM${String(number).padStart(32, '0')}`,
  account_sid: account,
  api_version: '2010-04-01',
  body: text.Body,
  to: text.To,
  from: text.From,
  direction: 'outbound-api',
  status: 'queued',
  num_segments: '1',
  error_code: null,
  error_message: null,
});

/** An error of the public documentation. */
export const carrierError = (status: number, code: number): Said => ({
  status,
  body: { code, message: 'CARRIER-WORDS', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

/** What is wrong with a request to send, by the public format. */
function faultIn(method: string, url: string, headers: Record<string, unknown>, form: URLSearchParams): number {
  if (url !== `/2010-04-01/Accounts/${account}/Messages.json`) return 404;
  if (method !== 'POST') return 405;
  if (headers['authorization'] !== `Basic ${btoa(`${account}:${token}`)}`) return 401;
  if (!/^application\/x-www-form-urlencoded/.test(String(headers['content-type']))) return 415;
  const isWhole =
    [...form.keys()].sort().join() === 'Body,From,To' &&
    /^\+1\d{10}$/.test(form.get('To') ?? '') &&
    form.get('From') === from &&
    (form.get('Body') ?? '').length > 0 &&
    (form.get('Body') ?? '').length <= 1600;
  return isWhole ? 201 : 400;
}

/** A carrier on this computer that checks the public format and keeps what it was given. */
export async function fakeCarrier() {
  const texts: Carried[] = [];
  const faults: number[] = [];
  const script: Said[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
      const found = faultIn(request.method ?? '', request.url ?? '', request.headers, form);
      const said = script.shift();
      const say = (status: number, body: unknown, headers: Record<string, string> = {}) => {
        response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      };
      if (found !== 201) {
        faults.push(found);
        return say(found, { code: 20000 + found, status: found });
      }
      if (said) return say(said.status, said.body ?? '', said.headers);
      const text = Object.fromEntries(form) as unknown as Carried;
      texts.push(text);
      say(201, resource(text, texts.length));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const settings: CarrierSettings = { url: `http://127.0.0.1:${port}`, account, token, from };
  return {
    settings,
    texts,
    /** Statuses of requests that the public format does not allow. */
    faults,
    /** What it says to the next requests, one each. */
    says: (...next: Said[]) => script.push(...next),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

let messages = 0;

const path = '/api/v1/sms/inbound';

/** What a test changes in a message. */
export interface MessageChanges {
  id?: string;
  more?: Record<string, string>;
  /** Put in after signing. */
  changes?: Record<string, string>;
  headers?: Record<string, string>;
  /** The origin that the carrier knows, and the one that the message really goes to. */
  signedFor?: string;
  sentTo?: string;
}

/** A message from a phone, signed as the public documentation says. It goes to another host than the one that is signed, as behind a proxy. */
export function inbound(
  says: string,
  phone: string,
  {
    id,
    more,
    changes,
    headers,
    signedFor = 'https://help.gov',
    sentTo = 'https://inside.example',
  }: MessageChanges = {},
): Request {
  messages += 1;
  const fields: Record<string, string> = {
    MessageSid: id ?? `SM${String(messages).padStart(32, 'f')}`,
    ...{ AccountSid: account, NumMedia: '0', NumSegments: '1', FromCountry: 'US', ApiVersion: '2010-04-01' },
    ...{ From: phone, To: from, Body: says, ...more },
  };
  const names = Object.keys(fields).sort();
  const signed = signedFor + path + names.map((name) => name + fields[name]).join('');
  return new Request(sentTo + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64'),
      ...headers,
    },
    body: new URLSearchParams({ ...fields, ...changes }).toString(),
  });
}

/** The token that `inbound` signs with. */
export const carrierToken = token;
