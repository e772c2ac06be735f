import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { whySample } from '#i18n/sample.ts';
import { readSurroundings } from '#site/build/settled.ts';
import { parseSite, readSiteFile } from '#site/build/site-file.ts';
import { whatIsMissing } from '#site/completeness.ts';
import type { SiteConfig } from '#site/config.ts';
import type { Deployment } from '#site/deployment.ts';
import { printedProblems, readSite } from '#site/site-problems.ts';

const file = 'tests/operator/site.yaml';
const fictional = readSiteFile(file);
const around = { ...readSurroundings(), tracks: { 'harbor-evening': { hasZone: true } }, files: ['harbor.svg'] };
const real: Deployment = {
  ...{ mode: 'production', origin: 'https://help.gov', takesRequests: true, sendsTexts: true },
  ...{ closedForms: [], hasProgram: true },
};
const rehearsal: Deployment = { ...real, mode: 'rehearsal', origin: 'http://127.0.0.1:4321' };

/** The same settings as if they were somebody's: nobody's values are exchanged for words. */
function made<Value>(value: Value): Value {
  if (typeof value === 'string') return (whySample(value) ? 'Words that could be real' : value) as Value;
  if (Array.isArray(value)) return value.map(made) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, made(inner)])) as Value;
}
const complete: SiteConfig = {
  ...made(fictional),
  origin: null,
  operator: { ...made(fictional.operator), isSample: false },
};
const fieldsOf = (site: SiteConfig, here = real) => whatIsMissing(site, here, around).map(({ field }) => field);

test('a complete operator may be built in production, the fictional one in a rehearsal, the sample anywhere but there', () => {
  expect(whatIsMissing(complete, real, around)).toEqual([]);
  expect(whatIsMissing(fictional, rehearsal, around)).toEqual([]);
  const sample = readSiteFile();
  for (const mode of ['demo', 'rehearsal'] as const) {
    expect(whatIsMissing(sample, { ...rehearsal, mode }, readSurroundings())).toEqual([]);
  }
  expect(fieldsOf(sample)).toEqual(
    expect.arrayContaining([
      'operator.isSample',
      'operator.legalName',
      'operator.phone',
      'operator.correctionsContact',
    ]),
  );
});

/** Settings as they were read: anything may be in them. */
interface Part {
  [key: string]: unknown;
}

const required = [
  ...['name', 'description', 'leaveTo', 'operator', 'helplines'],
  ...[
    'isSample',
    'legalName',
    'whatWeAre',
    'licences',
    'postalAddress',
    'phone',
    'callerIdText',
    'smsBrand',
    'timeZone',
    'hours',
  ]
    .concat('paidForReferrals', 'isPart2Program', 'isHipaaCovered', 'retentionDays', 'correctionsContact')
    .map((name) => `operator.${name}`),
  ...['emergency', 'crisis', 'treatment', 'poison', 'violence', 'veterans'].map((name) => `helplines.${name}`),
  'helplines.crisis.checkedOn',
  'operator.hours.monday',
  'operator.licences.0.number',
  'operator.chat.whoAnswers',
  'operator.chat.whoAnswers.es',
  'program.whoPays',
  'program.complaints',
];

test.each(required)('%s left out is refused by its name, in every mode', (field) => {
  const data = parseSite(readFileSync(file, 'utf8'));
  const keys = field.split('.');
  const last = keys.pop() ?? '';
  const part = keys.reduce((value, key) => value[key] as Part, data as Part);
  delete part[last];
  expect(printedProblems(file, readSite(data).problems)).toBe(
    `${file} ${field}: It is missing. Add it; src/site/config.ts says what it means.`,
  );
});

const withOperator = (changes: Partial<SiteConfig['operator']>) => ({
  ...complete,
  operator: { ...complete.operator, ...changes },
});
const closed = {
  monday: null,
  tuesday: null,
  wednesday: null,
  thursday: null,
  friday: null,
  saturday: null,
  sunday: null,
};

test.each([
  ['operator.licences', withOperator({ licences: [] })],
  ['operator.hours', withOperator({ hours: closed })],
  ['operator.processors', withOperator({ processors: [{ does: 'texts', name: 'Carrier' }] })],
  ['operator.processors', withOperator({ processors: [{ does: 'host', name: 'Host' }] })],
  [
    'contactKinds',
    { ...complete, contactKinds: { callback: false, 'text-info': false, meeting: false, 'short-call': false } },
  ],
])('%s that says nothing is refused in a rehearsal and in production', (field, site) => {
  expect(fieldsOf(site)).toEqual([field]);
  expect(fieldsOf(site, rehearsal)).toEqual([field]);
  expect(fieldsOf(site, { ...rehearsal, mode: 'demo' })).toEqual([]);
});

test.each([
  ['operator.isSample', withOperator({ isSample: true })],
  ['operator.legalName', withOperator({ legalName: 'Sample Operator' })],
  ['operator.phone', withOperator({ phone: '(217) 555-0142' })],
  ['operator.phone', withOperator({ phone: '+12175550142' })],
  ['operator.correctionsContact', withOperator({ correctionsContact: 'desk@example.org' })],
  ['operator.licences.0.number', withOperator({ licences: [{ state: 'IL', number: 'placeholder' }] })],
  [
    'operator.chat.url',
    withOperator({ chat: { url: 'https://chat.example/', whoAnswers: { en: 'We', es: 'Nosotros' } } }),
  ],
  ['name.en', { ...complete, name: { en: 'Sample site', es: 'Sitio' } }],
])('a sample of %s is refused in production alone', (field, site) => {
  expect(fieldsOf(site)).toEqual([field]);
  expect(fieldsOf(site, rehearsal)).toEqual([]);
});

test.each([
  'http://help.gov',
  'https://127.0.0.1',
  'https://localhost',
  'https://[::1]',
  'https://10.0.0.7',
  'https://help.example.org',
  'https://intranet',
])('production does not stand at %s', (origin) =>
  expect(fieldsOf(complete, { ...real, origin })).toEqual(['NRS_ORIGIN']),
);

test('a short call needs the call that its form leads to', () => {
  const contactKinds = { ...complete.contactKinds, callback: false };
  expect(fieldsOf({ ...complete, contactKinds })).toEqual(['contactKinds.callback']);
  expect(fieldsOf({ ...complete, contactKinds: { ...contactKinds, 'short-call': false } })).toEqual([]);
});

test('without forms, production needs a name, what it is, licences and where to complain, and lets contact data be', () => {
  const guideOnly = { ...real, takesRequests: false, sendsTexts: false };
  const site = withOperator({ phone: '217-555-0142', postalAddress: 'Sample address', hours: closed, processors: [] });
  expect(fieldsOf(site, guideOnly)).toEqual([]);
  expect(fieldsOf(withOperator({ correctionsContact: 'Sample contact' }), guideOnly)).toEqual([
    'operator.correctionsContact',
  ]);
});

test('what settings name has to be there, and the nearest is told', () => {
  const site = {
    ...complete,
    logo: 'gone.svg',
    guidesLeftOut: ['what-is-iopp'],
    program: complete.program && { ...complete.program, tracks: ['harbor-evenin'] },
  };
  expect(printedProblems('site.yaml', whatIsMissing(site, rehearsal, around))).toMatchInlineSnapshot(`
    "site.yaml program.tracks.0: content/tracks.yaml has no "harbor-evenin". Did you mean "harbor-evening"?
    site.yaml guidesLeftOut.0: There is no guide "what-is-iopp". Did you mean "what-is-iop"?
    site.yaml logo: There is no file public/gone.svg."
  `);
  const noZone = { ...around, tracks: { 'harbor-evening': { hasZone: false } } };
  expect(whatIsMissing(complete, rehearsal, noZone).map(({ field }) => field)).toEqual(['program.tracks.0']);
});

test('a wrong value is told with its field, what stands there, and the nearest that would do', () => {
  const data = parseSite(readFileSync(file, 'utf8')) as { operator: Record<string, unknown>; accent: unknown };
  Object.assign(data.operator, {
    timeZone: 'America/Chicgo',
    whatWeAre: 'licensed',
    callerID: 'x',
    hours: { ...(data.operator['hours'] as object), monday: { opens: '9', closes: '17:00' } },
    languages: ['english'],
    closed: { federalHolidays: true, days: ['Christmas'] },
    retentionDays: 31,
    paidForReferrals: true,
  });
  data.accent = { light: '#9cc3f5', dark: 'blue' };
  expect(printedProblems('site.yaml', readSite(data).problems)).toMatchInlineSnapshot(`
    "site.yaml accent.light: Found "#9cc3f5". Links in this color cannot be read: contrast 1.56 on #e6f0ee, and 4.5 is needed. Take a darker one, like #0f5f5c.
    site.yaml accent.dark: Found "blue". Write a color as "#" and six digits in quotes, like "#7ccfc9".
    site.yaml operator.whatWeAre: Found "licensed". Did you mean "licensed-program"? Allowed: licensed-program, information-service.
    site.yaml operator.languages.0: Found "english". Allowed: en, es.
    site.yaml operator.timeZone: Found "America/Chicgo". Did you mean "America/Chicago"?
    site.yaml operator.hours.monday.opens: Found "9". Write a time as HH:MM in quotes, like "09:00".
    site.yaml operator.closed.days.0: Found "Christmas". Write a day in quotes, like "2026-12-24".
    site.yaml operator.paidForReferrals: Found true. Write false, or a list with the name of everybody who pays.
    site.yaml operator.retentionDays: Found 31. Too big: expected number to be <=30.
    site.yaml operator.callerID: There is no field "callerID". Did you mean "callSeats"?"
  `);
});

test('a file that is no YAML, or is not there, is told in one line', () => {
  expect(() => parseSite('name: [', 'site.yaml')).toThrow(/^site\.yaml:1 /);
  expect(() => readSiteFile('gone.yaml')).toThrow('gone.yaml is missing. Make one: npm run ops -- init');
});
