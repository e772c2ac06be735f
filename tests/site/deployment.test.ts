import { expect, test } from 'vitest';
import { readDeployment } from '#site/deployment.ts';

const contactKinds = { callback: true, 'text-info': true, meeting: true, 'short-call': true };
const site = (origin: string | null = null) => ({ origin, contactKinds, program: null });

test('without any setting the site is a demonstration at the address of npm start', () => {
  expect(readDeployment({}, site())).toEqual({
    mode: 'demo',
    origin: 'http://127.0.0.1:4321',
    takesRequests: true,
    sendsTexts: true,
    closedForms: [],
    hasProgram: false,
  });
  expect(readDeployment({ PORT: '5000' }, site()).origin).toBe('http://127.0.0.1:5000');
});

test('production offers texts only with an address that sends them, and a site without forms offers none', () => {
  const sendsTexts = (env: Record<string, string>) =>
    readDeployment({ NRS_ORIGIN: 'https://a.example', ...env }, site()).sendsTexts;
  expect(sendsTexts({ NRS_MODE: 'production' })).toBe(false);
  expect(sendsTexts({ NRS_MODE: 'production', NRS_SMS_URL: '' })).toBe(false);
  expect(sendsTexts({ NRS_MODE: 'production', NRS_SMS_URL: 'https://messages.example' })).toBe(true);
  expect(sendsTexts({ NRS_REQUESTS: 'off' })).toBe(false);
});

test('NRS_ORIGIN wins over the site file', () => {
  expect(readDeployment({ NRS_ORIGIN: 'https://a.example/' }, site('https://b.example')).origin).toBe(
    'https://a.example',
  );
  expect(readDeployment({}, site('https://b.example')).origin).toBe('https://b.example');
});

test.each([
  [{ NRS_MODE: 'prod' }, 'NRS_MODE must be demo, rehearsal or production, for example NRS_MODE=demo'],
  [
    { NRS_MODE: 'production' },
    'NRS_ORIGIN is missing: production needs its own address, for example NRS_ORIGIN=https://help.example.org',
  ],
  [
    { NRS_ORIGIN: 'help.example.org' },
    'NRS_ORIGIN must be an origin without a path, for example NRS_ORIGIN=https://help.example.org',
  ],
  [
    { NRS_ORIGIN: 'https://a.example/path' },
    'NRS_ORIGIN must be an origin without a path, for example NRS_ORIGIN=https://help.example.org',
  ],
  [{ PORT: '99999' }, 'PORT must be a whole number from 0 to 65535, for example PORT=4321'],
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535, for example PORT=4321'],
  [{ NRS_REQUESTS: 'yes' }, 'NRS_REQUESTS must be on or off, for example NRS_REQUESTS=on'],
])('a bad setting is refused by its name: %o', (env, message) => {
  expect(() => readDeployment(env, site())).toThrow(message);
});

test('a way that the operator has turned off has a closed page, and texts that are off are not sent', () => {
  const some = { callback: true, 'text-info': false, meeting: false, 'short-call': true };
  expect(readDeployment({}, { ...site(), contactKinds: some })).toMatchObject({
    takesRequests: true,
    sendsTexts: false,
    closedForms: ['text', 'meeting'],
  });
});
