import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore } from '#requests/run/open-store.ts';
import { opsRig } from './run-ops.ts';

// Each command is a process, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});

test('a day at the desk: who waits is read by promise, opened with a record, and closed with its repeats', async () => {
  const { ops, json, ask, setClock } = await opsRig(cleanups);
  const evening = await ask({ phone: '217 555 0101', contactWindow: 'weekday-evening' });
  const morning = await ask({ phone: '217 555 0102', name: 'Ana', voicemail: 'may-name-program' });
  const again = await ask({ phone: '217 555 0102', name: 'Ana P', voicemail: 'none' });
  setClock('2026-11-23T19:00:00Z');

  const { out } = await ops('requests', 'list');
  const [, first, second, blank, counts] = out.split('\n');
  expect([first, second, blank, counts]).toEqual([
    expect.stringMatching(RegExp(`^${morning.reference} +callback +4 h +2026-11-23 12:00 .*late, asked 2 times$`)),
    expect.stringMatching(RegExp(`^${evening.reference} +callback +4 h +2026-11-23 19:00 .*open$`)),
    '',
    'Open: 3  Done: 0  Erased: 0',
  ]);
  expect(out).not.toMatch(/Ana|555/);
  expect(await json('requests', 'list')).toMatchObject([
    { reference: morning.reference, promisedBy: '2026-11-23T18:00:00.000Z', late: true },
    { reference: again.reference, repeatOf: morning.reference },
    { reference: evening.reference, promisedBy: '2026-11-24T01:00:00.000Z', late: false },
  ]);

  // The most private of the choices counts, whichever of the two is opened.
  const shown = await json('requests', 'show', morning.reference.toLowerCase(), '--by', 'Bea');
  expect(shown).toMatchObject({
    name: 'Ana',
    voicemail: 'none',
    alsoAsked: [again.reference],
    openedBy: [{ by: 'Bea' }],
  });
  expect((await json('requests', 'show', morning.reference)).openedBy).toEqual([
    { at: '2026-11-23T19:00:00.000Z', by: 'Bea' },
    { at: '2026-11-23T19:00:00.000Z', by: expect.stringMatching(/./) },
  ]);

  expect(await ops('requests', 'done', again.reference, '--outcome', 'reached')).toMatchObject({
    out: `Done, reached: ${morning.reference}, ${again.reference}`,
    status: 0,
  });
  expect(await ops('requests', 'done', morning.reference, '--outcome', 'reached')).toMatchObject({
    error: `${morning.reference} is not open: it is done.`,
    status: 1,
  });
  const all = await json('requests', 'list');
  expect(all.map(({ reference, outcome }: Record<string, string>) => [reference, outcome])).toEqual([
    [evening.reference, undefined],
    [again.reference, 'reached'],
    [morning.reference, 'reached'],
  ]);
});

test('an outcome is one of the codes: no free text about a person', async () => {
  const { ops, ask } = await opsRig(cleanups);
  const { reference } = await ask();
  for (const wish of [[], ['--outcome'], ['--outcome', 'sounded drunk']]) {
    expect(await ops('requests', 'done', reference, ...wish)).toEqual({
      out: '',
      error: `How did it end? One of reached, meeting-set, not-reached, declined, wrong-contact, not-a-person. Example: npm run ops -- requests done ${reference} --outcome reached`,
      status: 2,
    });
  }
  expect((await ops('requests', 'done', 'NONE2222', '--outcome', 'reached')).error).toMatch(/^No request "NONE2222"/);
});

test('an export is safe in spreadsheets, and everybody who is in it was opened on record', async () => {
  const { ops, json, ask, server } = await opsRig(cleanups);
  const evil = await ask({ phone: '217 555 0101', name: '=cmd|"/c calc"!A1; =2' });
  const plain = await ask({ phone: '217 555 0102', name: 'José Peña', topic: 'cost' });
  const gone = await ask({ phone: '217 555 0103', name: 'Gone' });
  await fetch(server.origin + gone.cancelUrl, { method: 'POST' });
  const { out, status } = await ops('requests', 'export', '--csv', '--by', 'Bea');
  const [head = '', ...rows] = out.replace(/^\uFEFF/, '').split('\r\n');
  expect(status).toBe(0);
  expect(rows).toHaveLength(2);
  expect(rows.find((row) => row.startsWith(`"${evil.reference}"`))).toContain(
    `"'=cmd|""/c calc""!A1, =2","(217) 555-0101"`,
  );
  expect(rows.find((row) => row.startsWith(`"${plain.reference}"`))).toContain('"José Peña","(217) 555-0102"');
  for (const row of rows) expect(row.split('","')).toHaveLength(head.split('","').length);
  expect(out).not.toContain('Gone');
  expect((await json('requests', 'show', plain.reference)).openedBy[0]).toMatchObject({ by: 'Bea' });
  expect(await json('requests', 'export')).toMatchObject([{ reference: evil.reference }, { phone: '+12175550102' }]);
});

test('whoever asks a person to be erased is erased as by their own link; the consent is taken back, not lost', async () => {
  const { ops, json, ask } = await opsRig(cleanups);
  const { reference } = await ask();
  const again = await ask();
  expect(await ops('requests', 'erase', reference.toLowerCase())).toEqual({
    out: `Erased: ${reference}. The note of the consent stays, without a number.\nThe same person asked again, and that still stands: ${again.reference}`,
    error: '',
    status: 0,
  });
  const shown = await json('requests', 'show', reference);
  expect(shown).toMatchObject({ reference, state: 'erased', openedBy: [] });
  expect(shown).not.toHaveProperty('phone');
  expect(await json('stats')).toEqual({
    requests: { open: 1, quarantined: 0, done: 0, erased: 1 },
    evidence: { pending: 0, active: 1, expired: 0, revoked: 1 },
    outbox: { due: 2, leased: 0, delivered: 0, dead: 0 },
  });
  expect(await json('outbox', 'list')).toContainEqual(expect.objectContaining({ reference, type: 'request.erased' }));
  expect((await ops('requests', 'erase', reference)).error).toBe(`${reference} was erased before.`);
});

test('who wrote back something that only a person can answer stands out until a person has', async () => {
  const { ops, json, ask, folder } = await opsRig(cleanups);
  const { reference } = await ask();
  const { store, close } = openStore(join(folder, 'data'));
  cleanups.push(close);
  const [request] = await store.list();
  const [record] = await store.evidenceOf(request?.id ?? '');
  await store.pauseTexts(record?.subjectKey ?? '', '2026-11-23T15:00:00.000Z');
  expect((await ops('requests', 'list')).out).toContain('wrote back, needs a person');
  expect((await ops('texts', 'resume', reference)).out).toBe(
    'Nobody has to look any more. Texts to this number go on.',
  );
  expect((await ops('requests', 'list')).out).not.toContain('needs a person');

  await store.pauseTexts(record?.subjectKey ?? '', '2026-11-23T15:00:00.000Z');
  await ops('suppress', 'add', '217 555 0142');
  expect(await json('texts', 'resume', '217 555 0142')).toEqual({ resumed: true, suppressed: true });
  expect(await store.suppressedSince(record?.subjectKey ?? '')).toBe('2026-11-23T15:00:00.000Z');
  expect((await ops('requests', 'list')).out).not.toContain('needs a person');
  expect((await ops('texts', 'resume', 'nobody')).error).toMatch(
    /^"nobody" is neither a reference nor a US phone number/,
  );
});

test('a text from a number without an open request is put before a person, with its name at the carrier', async () => {
  const { ops, json, folder } = await opsRig(cleanups);
  const { store, close } = openStore(join(folder, 'data'));
  cleanups.push(close);
  expect((await ops('texts', 'waiting')).out).toBe('Nobody waits for an answer to a text.');
  const at = '2026-11-23T15:00:00.000Z';
  await store.pauseTexts('f'.repeat(64), at);
  await store.rememberInbound({ messageId: 'SM0123', at, subjectKey: 'f'.repeat(64), replyClass: 'other' });
  expect((await ops('requests', 'list')).out).toBe(
    'No requests.\nWrote by text without an open request: 1 (npm run ops -- texts waiting)',
  );
  expect((await ops('texts', 'waiting')).out).toMatch(/^2026-11-23T15:00:00.000Z {2}none {5}SM0123$/m);
  expect(await json('texts', 'waiting')).toEqual([{ since: at, messageIds: ['SM0123'], hasOpenRequest: false }]);
  expect((await ops('doctor')).out).toContain('1 people wrote by text what only a person can answer.');
});
