/**
 * A server in one file, as somebody writes it in an afternoon: `node:http` and `node:sqlite`, no checks, no limits, no log. `same` writes the
 * same rows with the same hashes and the same seal as ours; `bare` writes the body as one row. Both share commits and sync each one.
 */
import {
  constants,
  createCipheriv,
  createHash,
  createHmac,
  createPublicKey,
  publicEncrypt,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

const migrations = new URL('../../migrations/', import.meta.url);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const mac = (text: string, key: string) => createHmac('sha256', key).update(text).digest('hex');
const day = 24 * 3_600_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
/** The record of a consent holds this too; making a formatter anew for each would be no fair peer. */
function localTime(at: Date, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  clocks.set(timeZone, clock);
  return clock.format(at).replace(' ', 'T');
}

function opened(path: string): DatabaseSync {
  const file = new DatabaseSync(path);
  file.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;');
  for (const name of readdirSync(migrations).sort()) file.exec(readFileSync(new URL(name, migrations), 'utf8'));
  file.exec('CREATE TABLE bare (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  return file;
}

/** Rows of many, one commit; each answer comes after it. */
function grouped(file: DatabaseSync): (write: () => void) => Promise<void> {
  let waiting: { write: () => void; done: () => void }[] = [];
  const flush = () => {
    const group = waiting;
    waiting = [];
    file.exec('BEGIN IMMEDIATE');
    for (const { write } of group) write();
    file.exec('COMMIT');
    for (const { done } of group) done();
  };
  return (write) =>
    new Promise((done) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ write, done });
    });
}

/** Starts it; resolves to its address. */
export async function servePeer(kind: 'same' | 'bare', path: string, spki: string): Promise<string> {
  const file = opened(path);
  const commit = grouped(file);
  const statements = new Map<string, StatementSync>();
  const run = (sql: string, ...values: (string | number | null)[]) => {
    const statement = statements.get(sql) ?? file.prepare(sql);
    statements.set(sql, statement);
    return statement.all(...values);
  };
  const publicKey = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
  const wrapping = { key: publicKey, oaepHash: 'sha256', padding: constants.RSA_PKCS1_OAEP_PADDING };

  async function saveAll(text: string): Promise<object> {
    const { kind: what, requestId, ...rest } = JSON.parse(text);
    const [id, at] = [randomUUID(), new Date()];
    const [fingerprint, subject] = [mac(JSON.stringify(rest), 'fingerprint'), mac(rest.phone, 'subject')];
    const known = run('SELECT answer FROM idempotency WHERE key = ?', requestId)[0]?.['answer'];
    if (known) return JSON.parse(String(known));
    const token = mac(id, 'cancel');
    const [dataKey, nonce] = [randomBytes(32), randomBytes(12)];
    const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
    cipher.setAAD(Buffer.from(`${id}|${what}|1|k1`));
    const body = Buffer.concat([nonce, cipher.update(JSON.stringify(rest)), cipher.final(), cipher.getAuthTag()]);
    const wrapped = publicEncrypt(wrapping, dataKey).toString('base64');
    const reference = randomBytes(5).toString('hex');
    const receivedAt = at.toISOString();
    const answer = { reference, receivedAt, kind: what, whatNext: 'A person will call you.' };
    const proof = {
      ...{ evidenceId: randomUUID(), requestId: id, kind: what, purpose: 'call-back', channel: 'phone' },
      ...{ subjectKey: subject, disclosureVersion: rest.disclosureVersion, disclosureSha256: 'b'.repeat(64) },
      ...{ locale: rest.locale, action: { control: 'ask-for-a-call', value: 'pressed' }, buttonText: 'Ask for a call' },
      ...{
        pagePath: '/contact/call-back/',
        buildId: 'peer',
        at: receivedAt,
        localTime: localTime(at, rest.timeZone),
        timeZone: rest.timeZone,
        status: 'active',
      },
    };
    const record = JSON.stringify({ ...proof, hash: hash(JSON.stringify(proof)) });
    const eraseBy = new Date(at.getTime() + 30 * day).toISOString();
    const repeatsSince = new Date(at.getTime() - day).toISOString();
    await commit(() => {
      run(
        `INSERT INTO request (id, reference, kind, locale, contact_window, subject_key, received_at, erase_by, schema_version,
           is_quarantined, cancel_hash, body, repeat_of)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, 0, ?9, ?10,
           (SELECT coalesce(repeat_of, id) FROM request WHERE subject_key = ?6 AND kind = ?3 AND received_at >= ?11
             ORDER BY received_at DESC, rowid DESC LIMIT 1))`,
        ...[id, reference, what, rest.locale, rest.contactWindow, subject, receivedAt, eraseBy],
        ...[hash(token), body.toString('base64'), repeatsSince],
      );
      run('INSERT INTO request_key (request_id, key_id, wrapped_key) VALUES (?, ?, ?)', id, 'k1', wrapped);
      run(
        'INSERT INTO evidence (evidence_id, request_id, status, at, record) VALUES (?, ?, ?, ?, ?)',
        ...[proof.evidenceId, id, 'active', receivedAt, record],
      );
      run(
        `INSERT INTO outbox (id, request_id, channel, type, created_at, due_at, subject_key) VALUES (?, ?, 'webhook', 'request.created', ?, ?, ?)`,
        ...[randomUUID(), id, receivedAt, receivedAt, subject],
      );
      run(
        'INSERT INTO idempotency (key, request_id, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)',
        ...[requestId, id, fingerprint, JSON.stringify(answer), receivedAt],
      );
    });
    return { ...answer, cancelUrl: `/api/v1/cancel/${token.slice(0, 22)}` };
  }

  async function saveBare(text: string): Promise<object> {
    const { requestId } = JSON.parse(text);
    await commit(() => run('INSERT INTO bare (id, body) VALUES (?, ?)', requestId, text));
    return { reference: requestId };
  }

  const save = kind === 'same' ? saveAll : saveBare;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const answer = JSON.stringify(await save(text));
    response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) });
    response.end(answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
