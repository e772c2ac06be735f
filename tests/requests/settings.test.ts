import { expect, test } from 'vitest';
import { disagreement } from '#requests/run/agreement.ts';
import { manual } from '#requests/run/setting-words.ts';
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
  expect(problemsOf({ NRS_MODE: 'production', NRS_ORIGIN: 'https://help.gov' })).toMatchInlineSnapshot(`
    [
      "NRS_PUBLIC_KEY is missing. Production needs "keyId:" and base64 of an SPKI RSA key. Example: NRS_PUBLIC_KEY=k1:MIIBojANBgkqhkiG9w0BAQEFAAOCAY8A",
    ]
  `);
});

const secret = `whsec_${'A'.repeat(32)}`;
const production = {
  NRS_MODE: 'production',
  NRS_ORIGIN: 'https://help.gov',
  NRS_PUBLIC_KEY: 'k1:AAAA',
  NRS_SUPPRESSION_KEY: 'A'.repeat(43),
};
const inProduction = { ...production, NRS_WEBHOOK_SECRET: secret };

test('half of a way out is no way out', () => {
  const address = 'http://127.0.0.1:8080/hook';
  expect([
    ...problemsOf({ NRS_WEBHOOK_URL: address }),
    ...problemsOf({ NRS_WEBHOOK_SECRET: secret }),
    ...problemsOf({ NRS_SMTP_URL: 'smtp://127.0.0.1' }),
    ...problemsOf({ NRS_NOTIFY_TO: 'desk@example.org' }),
  ]).toMatchInlineSnapshot(`
    [
      "NRS_WEBHOOK_SECRET is missing. NRS_WEBHOOK_URL needs "whsec_" and base64. Example: NRS_WEBHOOK_SECRET=whsec_bm90IGEgcmVhbCBzZWNyZXQ=",
      "NRS_WEBHOOK_URL is missing. NRS_WEBHOOK_SECRET needs an http(s) address. Example: NRS_WEBHOOK_URL=https://desk.example.org/hooks/requests",
      "NRS_NOTIFY_TO is missing. NRS_SMTP_URL needs an e-mail address. Example: NRS_NOTIFY_TO=desk@example.org",
      "NRS_SMTP_URL is missing. NRS_NOTIFY_TO needs an smtp(s) address. Example: NRS_SMTP_URL=smtps://mail.example.org:465",
    ]
  `);
  expect(problemsOf({ NRS_WEBHOOK_URL: address, NRS_WEBHOOK_SECRET: secret })).toEqual([]);
});

test('a demonstration tells nobody beyond this computer', () => {
  const webhook = { NRS_WEBHOOK_URL: 'https://desk.example.org/secret-path', NRS_WEBHOOK_SECRET: secret };
  const mail = { NRS_SMTP_URL: 'smtps://192.0.2.1', NRS_NOTIFY_TO: 'desk@example.org' };
  expect([...problemsOf(webhook), ...problemsOf(mail)]).toMatchInlineSnapshot(`
    [
      "NRS_WEBHOOK_URL leads away from this computer. A demonstration tells nobody else: use NRS_MODE=rehearsal or a loopback address.",
      "NRS_SMTP_URL leads away from this computer. A demonstration tells nobody else: use NRS_MODE=rehearsal or a loopback address.",
    ]
  `);
  expect(problemsOf({ ...webhook, ...mail, NRS_MODE: 'rehearsal' })).toEqual([]);
});

test.each(['http://desk.example.org/', 'http://10.0.0.1/'])('a rehearsal sends nothing unsealed to %s', (address) => {
  const env = { NRS_MODE: 'rehearsal', NRS_WEBHOOK_URL: address, NRS_WEBHOOK_SECRET: secret };
  expect(problemsOf(env).join()).toMatch(/^NRS_WEBHOOK_URL must start with https/);
});

test.each([
  'https://127.0.0.1/',
  'https://localhost/',
  'https://[::1]/',
  'https://10.1.2.3/',
  'https://169.254.169.254/',
])('production does not deliver to %s', (address) => {
  expect(problemsOf({ ...inProduction, NRS_WEBHOOK_URL: address })).toEqual([
    'NRS_WEBHOOK_URL leads to this computer or an inner network. Production delivers to public addresses only.',
  ]);
});

test('production delivers to public addresses, under a secret that is long enough', () => {
  const hook = { ...inProduction, NRS_WEBHOOK_URL: 'https://desk.gov/' };
  expect(problemsOf(hook)).toEqual([]);
  expect(problemsOf({ ...hook, NRS_WEBHOOK_URL: 'http://desk.gov/' })).toHaveLength(1);
  expect(problemsOf({ ...hook, NRS_WEBHOOK_SECRET: 'whsec_bm90IGEgcmVhbCBzZWNyZXQ=' })).toMatchInlineSnapshot(`
    [
      "NRS_WEBHOOK_SECRET is too short. Production needs 24 random bytes or more: openssl rand -base64 32, after "whsec_".",
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
  const origin = 'https://help.gov';
  const key = Buffer.alloc(32).toString('base64');
  const withoutTexts = {
    NRS_MODE: 'production',
    NRS_ORIGIN: origin,
    NRS_PUBLIC_KEY: `k1:${key}`,
    NRS_SUPPRESSION_KEY: key,
  };
  const production = settingsOf({ ...withoutTexts, ...ownCarrier });
  const operator = manifestOf().operator;
  const real = { callInstead: '1-800-662-4357', origin };
  const { 'text-info': _, ...withoutTextPage } = manifestOf().pages;
  expect(disagreement(production, manifestOf(real))).toBeUndefined();
  // Who has turned texts off still hears STOP from those who asked before.
  expect(
    disagreement(production, manifestOf({ ...real, pages: withoutTextPage, closedKinds: ['text-info'] })),
  ).toBeUndefined();
  expect([
    disagreement(settingsOf({}), manifestOf()),
    disagreement(production, manifestOf({ origin: 'https://other.example' })),
    disagreement(production, manifestOf({ origin, operator: { ...operator, isSample: true } })),
    disagreement(production, manifestOf({ origin, callInstead: '217-555-0142' })),
    disagreement(settingsOf({ NRS_REQUESTS: 'off' }), manifestOf({ mode: 'demo' })),
    disagreement(settingsOf(withoutTexts), manifestOf(real)),
    disagreement(production, manifestOf({ ...real, pages: withoutTextPage })),
  ]).toMatchInlineSnapshot(`
    [
      "The site was built with NRS_MODE=production and is started with NRS_MODE=demo. Build and start it with the same mode.",
      "The site was built with NRS_ORIGIN=https://other.example and is started with NRS_ORIGIN=https://help.gov. Build and start it with the same.",
      "operator.isSample in content/site.yaml is true. Production needs the real operator: fill in its values and set isSample to false.",
      "operator.phone in content/site.yaml is 217-555-0142, a number for examples that nobody answers. Fill in the real one.",
      "The site was built with NRS_REQUESTS=on and is started with NRS_REQUESTS=off. Build and start it with the same.",
      "The site was built with the forms for texts and is started without NRS_SMS_URL. Build and start it with the same.",
      "The site was built without NRS_SMS_URL, so it has no forms for texts, and is started with it. Build and start it with the same.",
    ]
  `);
});

const carrier = {
  NRS_SMS_URL: 'https://messages.example.org',
  NRS_SMS_ACCOUNT: 'AC0123',
  NRS_SMS_TOKEN: 'hunter2',
  NRS_SMS_FROM: '+12175550100',
};

const ownCarrier = {
  ...carrier,
  NRS_SMS_URL: 'https://texts.gov',
  NRS_SMS_ACCOUNT: 'AC1',
  NRS_SMS_FROM: '+10000000000',
};

test('the carrier of texts has all of its settings or none', () => {
  expect(problemsOf({ ...carrier, NRS_MODE: 'rehearsal' })).toEqual([]);
  for (const name of Object.keys(carrier)) {
    const [problem = ''] = problemsOf({ ...carrier, [name]: '' });
    expect(problem).toContain(`${name} is missing. Texts need all of`);
    expect(problem).not.toContain('hunter2');
  }
  expect(problemsOf({ ...carrier, NRS_SMS_FROM: '217 555 0100' })).toEqual([
    'NRS_SMS_FROM must be a number in E.164, found "217 555 0100". Example: NRS_SMS_FROM=+12175550100',
  ]);
});

test('a demonstration texts nobody', () => {
  expect(problemsOf(carrier)).toEqual([
    'NRS_SMS_URL leads away from this computer. A demonstration tells nobody else: use NRS_MODE=rehearsal or a loopback address.',
  ]);
  expect(problemsOf({ ...carrier, NRS_SMS_URL: 'http://127.0.0.1:8080' })).toEqual([]);
});

test.each(['rehearsal', 'production'])('in %s texts and the token travel encrypted', (mode) => {
  const env = { ...carrier, NRS_MODE: mode, NRS_SMS_URL: 'http://messages.example.org' };
  expect(problemsOf(env).join()).toMatch(/^NRS_SMS_URL must start with https/);
});

test.each(['https://127.0.0.1/', 'https://localhost/', 'https://192.168.1.1/'])(
  'production does not text through %s',
  (address) => {
    expect(problemsOf({ ...production, ...carrier, NRS_SMS_URL: address }).join()).toMatch(
      /^NRS_SMS_URL leads to this computer or an inner network/,
    );
  },
);

const whole = {
  ...inProduction,
  ...{ NRS_WEBHOOK_URL: 'https://desk.gov/', NRS_SMTP_URL: 'smtps://mail.gov:465', NRS_NOTIFY_TO: 'desk@help.gov' },
  ...ownCarrier,
};

test('with values of its own production starts', () => {
  expect(problemsOf(whole)).toEqual([]);
});

/** Those that say how this computer runs the site: their examples may stand. */
const ofThisComputer = ['PORT', 'HOST', 'DATA_DIR', 'NRS_MODE', 'NRS_REQUESTS', 'NRS_TRUSTED_PROXIES'];
const examples = Object.entries(manual).flatMap(([name, { example }]) =>
  ofThisComputer.includes(name) ? [] : [[name, example] as const],
);

test.each(examples)('production does not start with the example of %s', (name, example) => {
  const problems = problemsOf({ ...whole, [name]: example });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} `));
});

test('a number for stories and an address of nobody are no values of production', () => {
  expect([
    ...problemsOf({ ...whole, NRS_SMS_FROM: '+13125550199' }),
    ...problemsOf({ ...whole, NRS_SMTP_URL: 'smtps://hunter2@mail.test:465' }),
  ]).toEqual([
    'NRS_SMS_FROM is a number for examples, which nobody answers. Production needs a number in E.164 of your own.',
    'NRS_SMTP_URL is an address for examples, which leads nowhere. Production needs an smtp(s) address of your own.',
  ]);
});
