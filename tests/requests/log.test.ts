import { expect, test } from 'vitest';
import { type LogEvent, logLine } from '#requests/redact.ts';

const at = new Date('2026-11-23T15:00:00Z');

test('a log line holds what it may hold', () => {
  const event: LogEvent = {
    event: 'request',
    route: 'requests',
    status: 201,
    kind: 'callback',
    durationMs: 3,
    quarantined: false,
  };
  expect(logLine(event, at)).toBe(
    '{"ts":"2026-11-23T15:00:00.000Z","event":"request","route":"requests","status":201,"kind":"callback","durationMs":3,"quarantined":false}',
  );
});

test('whatever else a caller hands over is dropped, even in a field that is allowed', () => {
  const careless = {
    event: 'request',
    phone: '217 555 0142',
    code: 'Ana',
    kind: 'secret',
    requestId: '217',
    buildId: 'a b',
    ts: 'now',
  };
  expect(logLine(careless as unknown as LogEvent, at)).toBe('{"event":"request"}');
});
