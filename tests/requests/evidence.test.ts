import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { consentTo, evidenceHash, revoked } from '#requests/consent.ts';
import { agreements, blocksOf, renderDisclosure } from '#requests/disclosure.ts';
import { offerAt } from '#requests/http/offer.ts';
import { keyedBy, sha256 } from '#requests/keyed.ts';
import { consentValues } from '#requests/recipient.ts';
import { referenceFrom } from '#requests/reference.ts';
import { readRequest } from '#requests/request.ts';
import { publishedDisclosures as disclosures, goodRequest, lines, manifestOf, recipient, texts } from './fixtures.ts';

const at = new Date('2026-11-23T15:00:00Z');
const reading = readRequest(goodRequest, offerAt(at, manifestOf()));
if (!reading.ok || !disclosures[0]) throw new Error('The fixtures do not fit the code');
const shown = {
  disclosure: disclosures[0],
  buttonText: 'Ask for a call',
  pagePath: '/contact/call-back/',
  buildId: 'b1',
};
const row = { evidenceId: 'e1', requestId: 'r1', subjectKey: 's1', at };
const consent = await consentTo({ purpose: 'call-back', channel: 'phone', shown }, reading.request, row);

test('evidence says who agreed to what, when and on which wording, and no readable number', () => {
  expect(consent).toMatchObject({
    purpose: 'call-back',
    channel: 'phone',
    status: 'active',
    disclosureSha256: disclosures[0]?.sha256,
    at: '2026-11-23T15:00:00.000Z',
    localTime: '2026-11-23T09:00:00',
    timeZone: 'America/Chicago',
  });
  expect(JSON.stringify(consent)).not.toMatch(/555/);
});

test('a record that was changed no longer fits its hash', async () => {
  expect(await evidenceHash(consent)).toBe(consent.hash);
  expect(await evidenceHash({ ...consent, status: 'revoked' })).not.toBe(consent.hash);
});

test('revoking adds a record that can be read alone', async () => {
  const end = await revoked(consent, new Date('2026-11-24T15:00:00Z'), 'cancel-link');
  expect(end).toMatchObject({
    evidenceId: 'e1',
    status: 'revoked',
    revocation: { via: 'cancel-link', class: 'erase' },
  });
  expect(await evidenceHash(end)).toBe(end.hash);
});

// A stored wording is proof. If this fails, a published file was changed: put it back and write a new version.
test.each([
  ['en', '2026-11-22', '867f5a68fcfef410bdc8cd13a9a168f45267a194633f8ff10a9f156aaa9147a6'],
  ['es', '2026-11-22', '0d5af1db4b98a0e7e369c0aefa4618df21037705028a26830447f08e6cb91295'],
  ['en', '2026-11-23', '867f5a68fcfef410bdc8cd13a9a168f45267a194633f8ff10a9f156aaa9147a6'],
  ['es', '2026-11-23', '0d5af1db4b98a0e7e369c0aefa4618df21037705028a26830447f08e6cb91295'],
])('the %s wording of %s renders to the bytes it always had', (locale, version, hash) => {
  const own = disclosures.filter((one) => one.locale === locale && one.version === version);
  expect(own.find(({ kind }) => kind === 'callback')?.sha256).toBe(hash);
});

test.each([
  ['en', 'f231f9379cc30d0de297e9fa9caa6f7ded154f08825dc147a4bcc38a972bdf93'],
  ['es', '146cb1b0020fbcf8067d28d800430ba2c8414104d2ef0e57b9aa4a6914058a38'],
])('the %s wording for the summary of the quiz renders to the bytes it always had', (locale, hash) => {
  expect(disclosures.find((one) => one.locale === locale && one.kind === 'quiz-summary')?.sha256).toBe(hash);
});

test('agreeing to send the summary is a proof of its own', async () => {
  const summary = await consentTo({ purpose: 'quiz-summary', channel: 'request', shown }, reading.request, row);
  expect(summary).toMatchObject({
    purpose: 'quiz-summary',
    channel: 'request',
    action: { control: 'shareQuizSummary', value: 'ticked' },
  });
});

test('every wording of a request holds the sentence that is agreed to, eight elements, and links to both policies', async () => {
  for (const { text, sha256: hash } of disclosures.filter(({ kind }) => kind === 'callback')) {
    const blocks = blocksOf(text);
    expect(blocks.filter(({ form }) => form === 'item')).toHaveLength(8);
    expect(blocks.filter(({ form }) => form === 'quote')).toHaveLength(1);
    expect(blocks.flatMap(({ spans }) => spans).filter(({ href }) => href)).toHaveLength(2);
    expect(text).not.toMatch(/[{}]/);
    expect(hash).toBe(await sha256(text));
  }
});

test('a wording with a value that nobody gives stops the build', async () => {
  const source = {
    version: '2026-11-22',
    locale: 'en',
    kind: 'callback',
    markdown: '## callback\n\nCall {legalNmae}.',
  } as const;
  await expect(renderDisclosure(source, { legalName: 'x' })).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: content/consent/2026-11-22.en.md: nothing to put in for {legalNmae}. Known: legalName]`,
  );
  await expect(renderDisclosure({ ...source, markdown: '' }, {})).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Error: content/consent/2026-11-22.en.md has no section "## callback"]`,
  );
});

test('hashes for different uses say nothing about each other', async () => {
  const keyed = await keyedBy(new Uint8Array(32).fill(1));
  const other = await keyedBy(new Uint8Array(32).fill(2));
  expect(await keyed.subjectKey('x')).not.toBe(await keyed.fingerprint('x'));
  expect(await keyed.subjectKey('x')).not.toBe(await other.subjectKey('x'));
  expect(await keyed.cancelToken('x')).toMatch(/^[\w-]{22}$/);
});

test('references use letters that stay apart, and all of them', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 3000; seed += 1) {
    const reference = referenceFrom(crypto.getRandomValues(new Uint8Array(8)));
    expect(reference).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{8}$/);
    for (const letter of reference) seen.add(letter);
  }
  expect(seen.size).toBe(23);
});

test('every agreement of the wording before the newest renders to the bytes it always had', () => {
  const own = disclosures.filter(({ version }) => version === '2026-11-25');
  expect(Object.fromEntries(own.map((one) => [`${one.kind} ${one.locale}`, one.sha256]))).toMatchInlineSnapshot(`
    {
      "callback en": "867f5a68fcfef410bdc8cd13a9a168f45267a194633f8ff10a9f156aaa9147a6",
      "callback es": "0d5af1db4b98a0e7e369c0aefa4618df21037705028a26830447f08e6cb91295",
      "meeting en": "13550e835b67225f05c4fc9421e28f3ba40fad396182ace01811fe339a2f52e7",
      "meeting es": "275327bac0655586c2aeab0133d097e3ae83f4aa451ffbeb3f951cbfea436de1",
      "quiz-summary en": "f231f9379cc30d0de297e9fa9caa6f7ded154f08825dc147a4bcc38a972bdf93",
      "quiz-summary es": "146cb1b0020fbcf8067d28d800430ba2c8414104d2ef0e57b9aa4a6914058a38",
      "short-call en": "968378041f8113d77c62df4c3a1798f283c6d579050ad80d0cad31ff41682d6f",
      "short-call es": "3a601aef68dc9dc105d68bbed4bef8d8c362f968906ec4f97ec9caf26caf92d8",
      "text-info en": "759aa4d830d80c49ab0485946667ef2c159c87cdf0e2efe0d9702120cdbad21c",
      "text-info es": "62fd6216930fba938d3e6162573355d9b46f0ea0e00bf0367662fe41730d041d",
      "texts-too en": "0bdeb6a84ee305dc1281a4aee7425fce0d5b9295472fba5b2a603e84caa6b52e",
      "texts-too es": "9a90c81cfbe363efeccb61d1d43a171616ab60cea2dfc7a4b0a21dfa1435a9a7",
    }
  `);
});

test('every agreement of the newest wording renders to the bytes it always had', () => {
  const own = disclosures.filter(({ version }) => version === '2026-11-26');
  expect(Object.fromEntries(own.map((one) => [`${one.kind} ${one.locale}`, one.sha256]))).toMatchInlineSnapshot(`
    {
      "callback en": "c93a82f03c8fcbded8d5456d4b0715296fcafa6d6253cbd6d6f431587ee0c353",
      "callback es": "0985c0cac3c822d5eeb78b5344add76bd5468151b00efe24b44097cb69d4f024",
      "meeting en": "55165792b1487292a796dced1f4327e6e2cb42a60dea3439951b3ad60fd5478d",
      "meeting es": "5e4f7667d4e1ccd176b79a62492e36f33c4fb68e8215bae553813b97e1529b8b",
      "quiz-summary en": "d652c601b6445750af3e548b00df4d3bb125d53f9f4af1209a583bfb34562d28",
      "quiz-summary es": "7573305bef263c56a0e5df387dbe30d0817aa14974c9d481219e6e3da7217b16",
      "short-call en": "802b1bda97e10ecb2707734bf1d7f0c660779226dd119dfcadcd0d557c86f81d",
      "short-call es": "08d7dc9493cf3f8d8aeb85ac8fdfa3d99694da2e4cac646e8c47f3ad5b9c1995",
      "text-info en": "d72d1558fec673765d2b8c2aeb9abe81a23098fae1bc2c358ede72c5d39a90f7",
      "text-info es": "9ade6f11f6ae52aba2716a1fde5d94be3458cdbf38d50948817e4011f2cf2a55",
      "texts-too en": "e623fcc3469e29b40b1fdda3fada17693710d0a0b5387d7ff2dd8a259650fe6d",
      "texts-too es": "ac31533012720254d4527c5a95d06b72e805caee448fa03a34ce71c8ef2d705e",
    }
  `);
});

test('the newest wording promises no exact end of the evidence, and names no call where there may be a meeting', () => {
  for (const { kind, locale, text } of disclosures.filter(({ version }) => version === '2026-11-26')) {
    expect(text, `${kind} ${locale}`).not.toMatch(/kept for 5 years|guarda 5 años/);
    if (kind === 'quiz-summary') expect(text).not.toMatch(/for the call|la llamada/);
    if (kind === 'text-info' || kind === 'texts-too') expect(text).toMatch(/told us STOP before|respondió STOP/);
  }
});

// What consent-and-privacy section 4 asks for, by the words that carry it.
const promises = {
  callback: {
    en: [/who calls/i, /3 times over 3 days/, /say no/, /erased after 30/, /erases your request/, /911/],
    es: [/quién llama/i, /3 veces en 3 días/, /decir que no/, /30 días/, /borra su solicitud/, /911/],
  },
  'text-info': {
    en: [
      /Sample sender/,
      /automatic system/,
      /at most 4/,
      /data rates may apply/,
      /STOP/,
      /HELP/,
      /to get care or/,
      /not shared or sold/,
      /not encrypted/,
      /may see them/,
      /\/terms\//,
      /\/privacy\//,
      /reply YES/,
    ],
    es: [
      /Sample sender/,
      /sistema automático/,
      /4 mensajes como máximo/,
      /cobrarle los mensajes y los datos/,
      /STOP/,
      /HELP/,
      /para recibir atención/,
      /no se comparte ni se vende/i,
      /no van cifrados/,
      /podrían verlos/,
      /\/es\/condiciones\//,
      /\/es\/privacidad\//,
      /responder SÍ/,
    ],
  },
  meeting: {
    en: [/who will be there/i, /“Appointment”/, /say no/, /only the ways/, /erases your request/, /911/],
    es: [/quién estará/i, /“Cita”/, /decir que no/, /solo los medios/, /borra su solicitud/, /911/],
  },
  'short-call': {
    en: [/3 times in all over 3 days/, /15 minutes/, /“Appointment”/, /say no/, /erases your request/, /911/],
    es: [/3 veces en total en 3 días/, /15 minutos/, /“Cita”/, /decir que no/, /borra su solicitud/, /911/],
  },
  'texts-too': {
    en: [
      /Sample sender/,
      /automatic system/,
      /at most 4/,
      /data rates may apply/,
      /STOP/,
      /HELP/,
      /to get care/,
      /not shared or sold/,
      /not encrypted/,
      /\/terms\//,
      /\/privacy\//,
      /reply YES/,
    ],
    es: [
      /Sample sender/,
      /sistema automático/,
      /4 como máximo/,
      /cobrarle los mensajes y los datos/,
      /STOP/,
      /HELP/,
      /para recibir atención/,
      /no se comparte ni se vende/i,
      /no van cifrados/,
      /\/es\/condiciones\//,
      /\/es\/privacidad\//,
      /responder SÍ/,
    ],
  },
  'quiz-summary': {
    en: [/word for word/, /Only Sample Operator/, /changes nothing/],
    es: [/palabra por palabra/, /Solo Sample Operator/, /no cambia nada/],
  },
};

test.each([
  ['en', ' The company that runs our database can bring back what was erased, still locked, for up to 30 days more.'],
  [
    'es',
    ' La empresa que opera nuestra base de datos puede recuperar lo borrado, todavía cifrado, hasta 30 días después.',
  ],
] as const)(
  'where the database keeps a history, consent in %s says so wherever it speaks of erasing',
  async (locale, history) => {
    const values = consentValues({ ...recipient, historyDays: 30 }, lines, texts[locale], locale);
    const markdown = readFileSync(`content/consent/2026-11-26.${locale}.md`, 'utf8');
    for (const kind of agreements) {
      const { text } = await renderDisclosure({ version: '2026-11-26', locale, kind, markdown }, values);
      const own = disclosures.find((one) => one.version === '2026-11-26' && one.kind === kind && one.locale === locale);
      const keeps = text.split('\n').filter((line) => /^- \*\*(What is kept|Qué se guarda)/.test(line));
      expect(keeps.filter((line) => !line.endsWith(history))).toEqual([]);
      expect(text.replaceAll(history, '')).toBe(own?.text);
    }
  },
);

test.each(Object.keys(promises) as (keyof typeof promises)[])(
  'the newest wording of %s has every element that it must have',
  (kind) => {
    for (const locale of ['en', 'es'] as const) {
      const text =
        disclosures.find((one) => one.version === '2026-11-26' && one.kind === kind && one.locale === locale)?.text ??
        '';
      expect(promises[kind][locale].filter((element) => !element.test(text))).toEqual([]);
      expect(text).toMatch(/^> .+/m);
    }
  },
);
