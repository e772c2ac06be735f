import { expect, test } from 'vitest';
import { disagreement } from '#requests/run/built-site.ts';
import { readSettings } from '#requests/run/settings.ts';
import { manifestOf } from './fixtures.ts';

const problemsOf = (env: Record<string, string>) => {
  const read = readSettings(env);
  return read.ok ? [] : read.problems;
};

test('without any setting it is a demonstration on this computer', () => {
  expect(readSettings({ HOME: '/home/x', PORT: '' })).toMatchObject({
    ok: true,
    settings: {
      PORT: 4321,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      NRS_MODE: 'demo',
      NRS_REQUESTS: 'on',
      NRS_TRUSTED_PROXIES: 0,
    },
  });
});

test('every bad setting is named at once, with what was found and an example', () => {
  const env = {
    PORT: '99999',
    NRS_MODE: 'live',
    NRS_ORIGIN: 'https://x.example/path',
    NRS_REQUESTS: 'yes',
    NRS_TRUSTED_PROXIES: '-1',
    NRS_NOTIFY_TO: 'desk',
  };
  expect(problemsOf(env)).toMatchInlineSnapshot(`
    [
      "PORT must be a number from 0 to 65535, found "99999". Example: PORT=4321",
      "NRS_MODE must be demo, rehearsal or production, found "live". Example: NRS_MODE=demo",
      "NRS_ORIGIN must be the site's own origin without a path, found "https://x.example/path". Example: NRS_ORIGIN=https://help.example.org",
      "NRS_REQUESTS must be on or off, found "yes". Example: NRS_REQUESTS=on",
      "NRS_TRUSTED_PROXIES must be how many proxies in front are yours, 0 to 10, found "-1". Example: NRS_TRUSTED_PROXIES=1",
      "NRS_NOTIFY_TO must be an e-mail address, found "desk". Example: NRS_NOTIFY_TO=desk@example.org",
    ]
  `);
});

test('a secret is never printed, not even a wrong one', () => {
  const env = {
    NRS_PRIVATE_KEY: 'hunter2',
    NRS_SUPPRESSION_KEY: 'hunter2',
    NRS_WEBHOOK_SECRET: 'hunter2',
    NRS_SMTP_URL: 'hunter2',
    NRS_PUBLIC_KEY: 'short',
  };
  expect(problemsOf(env)).toMatchInlineSnapshot(`
    [
      "NRS_WEBHOOK_SECRET must be "whsec_" and base64, found a value that is not shown here. Example: NRS_WEBHOOK_SECRET=whsec_bm90IGEgcmVhbCBzZWNyZXQ=",
      "NRS_SMTP_URL must be an smtp(s) address, found a value that is not shown here. Example: NRS_SMTP_URL=smtps://mail.example.org:465",
      "NRS_PUBLIC_KEY must be "keyId:" and base64 of an SPKI RSA key, found "short". Example: NRS_PUBLIC_KEY=k1:MIIBojANBgkqhkiG9w0BAQEFAAOCAY8A",
      "NRS_PRIVATE_KEY must be "keyId:" and base64 of a PKCS #8 RSA key; several with commas, found a value that is not shown here. Example: NRS_PRIVATE_KEY=k1:MIIG/QIBADANBgkqhkiG9w0BAQEF",
      "NRS_SUPPRESSION_KEY must be base64 of 32 random bytes or more, found a value that is not shown here. Example: NRS_SUPPRESSION_KEY=the output of "openssl rand -base64 32"",
    ]
  `);
  expect(problemsOf(env).join()).not.toContain('hunter2');
});

test('production names the first thing it cannot do without', () => {
  expect(problemsOf({ NRS_MODE: 'production' })).toMatchInlineSnapshot(`
    [
      "NRS_ORIGIN is missing. Production needs the site's own origin without a path. Example: NRS_ORIGIN=https://help.example.org",
    ]
  `);
  expect(problemsOf({ NRS_MODE: 'production', NRS_ORIGIN: 'https://help.example.org' })).toMatchInlineSnapshot(`
    [
      "NRS_PUBLIC_KEY is missing. Production needs "keyId:" and base64 of an SPKI RSA key. Example: NRS_PUBLIC_KEY=k1:MIIBojANBgkqhkiG9w0BAQEFAAOCAY8A",
    ]
  `);
});

test('production does not go by a test clock', () => {
  expect(problemsOf({ NRS_MODE: 'production', NRS_TEST_CLOCK: 'clock.txt' })).toMatchInlineSnapshot(`
    [
      "NRS_TEST_CLOCK is for demo and rehearsal. Remove it: production goes by the real time.",
    ]
  `);
});

const settingsOf = (env: Record<string, string>) => {
  const read = readSettings(env);
  if (!read.ok) throw new Error(read.problems.join());
  return read.settings;
};

test('a build and a start that do not agree are refused', () => {
  const key = Buffer.alloc(32).toString('base64');
  const withoutTexts = {
    NRS_MODE: 'production',
    NRS_ORIGIN: 'https://help.example.org',
    NRS_PUBLIC_KEY: `k1:${key}`,
    NRS_SUPPRESSION_KEY: key,
  };
  const production = settingsOf({ ...withoutTexts, NRS_SMS_URL: 'https://messages.example' });
  const operator = manifestOf().operator;
  const real = { callInstead: '1-800-662-4357' };
  expect(disagreement(production, manifestOf(real))).toBeUndefined();
  expect([
    disagreement(settingsOf({}), manifestOf()),
    disagreement(production, manifestOf({ origin: 'https://other.example' })),
    disagreement(production, manifestOf({ operator: { ...operator, isSample: true } })),
    disagreement(production, manifestOf({ callInstead: '217-555-0142' })),
    disagreement(settingsOf({ NRS_REQUESTS: 'off' }), manifestOf({ mode: 'demo' })),
    disagreement(settingsOf(withoutTexts), manifestOf(real)),
  ]).toMatchInlineSnapshot(`
    [
      "The site was built with NRS_MODE=production and is started with NRS_MODE=demo. Build and start it with the same mode.",
      "The site was built with NRS_ORIGIN=https://other.example and is started with NRS_ORIGIN=https://help.example.org. Build and start it with the same.",
      "operator.isSample in content/site.yaml is true. Production needs the real operator: fill in its values and set isSample to false.",
      "operator.phone in content/site.yaml is 217-555-0142, a number for examples that nobody answers. Fill in the real one.",
      "The site was built with NRS_REQUESTS=on and is started with NRS_REQUESTS=off. Build and start it with the same.",
      "The site was built with the forms for texts and is started without NRS_SMS_URL. Build and start it with the same.",
    ]
  `);
});
