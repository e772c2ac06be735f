/**
 * Writes src/requests/area-codes.ts from a checkout of libphonenumber: `node scripts/run.mjs scripts/area-codes.ts <checkout>`. It reads
 * resources/timezones/map_data.txt and resources/geocoding/en/1.txt. Run it when a new release knows new area codes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How the geocoding data names states and territories where it names no town. */
const names = (
  'Alabama AL;Alaska AK;Arizona AZ;Arkansas AR;California CA;Colorado CO;Connecticut CT;Delaware DE;Washington D.C. DC;Florida FL;' +
  'Georgia GA;Hawaii HI;Idaho ID;Illinois IL;Indiana IN;Iowa IA;Kansas KS;Kentucky KY;Louisiana LA;Maine ME;Maryland MD;' +
  'Massachusetts MA;Michigan MI;Minnesota MN;Mississippi MS;Missouri MO;Montana MT;Nebraska NE;Nevada NV;New Hampshire NH;' +
  'New Jersey NJ;New Mexico NM;New York NY;North Carolina NC;North Dakota ND;Ohio OH;Oklahoma OK;Oregon OR;Pennsylvania PA;' +
  'Rhode Island RI;South Carolina SC;South Dakota SD;Tennessee TN;Texas TX;Utah UT;Vermont VT;Virginia VA;Washington State WA;' +
  'West Virginia WV;Wisconsin WI;Wyoming WY'
)
  .split(';')
  .map((pair) => [pair.slice(0, -3), pair.slice(-2)] as const);
const stateNamed = new Map<string, string>([...names, ...names.map(([, state]) => [state, state] as const)]);
/** The geocoding data has no rows for most territories; these are their area codes in the numbering plan. */
const territories = { PR: ['787', '939'], GU: ['671'], VI: ['340'], AS: ['684'], MP: ['670'] };

const [checkout] = process.argv.slice(2);
if (!checkout) throw new Error('Name the folder of a libphonenumber checkout');
const linesOf = (file: string) => readFileSync(join(checkout, 'resources', file), 'utf8').split('\n');

const zones = new Map<string, Set<string>>();
for (const line of linesOf('timezones/map_data.txt')) {
  const [, code, list] = /^1(\d{3})\d*\|(.+)$/.exec(line) ?? [];
  if (!code || !list) continue;
  zones.set(code, new Set([...(zones.get(code) ?? []), ...list.split('&')]));
}

const places = new Map<string, string[]>();
for (const line of linesOf('geocoding/en/1.txt')) {
  const [, code, place] = /^1?(\d{3})\d*\|(.+)$/.exec(line) ?? [];
  const state = place && (stateNamed.get(place) ?? stateNamed.get(/, ([A-Z]{2})$/.exec(place)?.[1] ?? ''));
  if (code && state) places.set(code, [...(places.get(code) ?? []), state]);
}
for (const [state, codes] of Object.entries(territories)) for (const code of codes) places.set(code, [state]);

const mostOften = (states: string[]): string =>
  [...new Set(states)].sort(
    (one, other) => states.filter((s) => s === other).length - states.filter((s) => s === one).length,
  )[0] ?? '';
const areas = [...places].map(([code, states]) => ({
  code,
  state: mostOften(states),
  zones: zones.get(code) ?? new Set<string>(),
  isOverlay: states.length === 1,
}));
const zonesOfState = (state: string) => areas.filter((area) => area.state === state).flatMap((area) => [...area.zones]);
const rows = new Map<string, string[]>();
for (const { code, state, zones: own, isOverlay } of areas) {
  // Nobody knows which towns an overlay serves: it gets every zone of its state.
  const all = [...new Set(isOverlay ? zonesOfState(state) : own)].sort();
  const key = `  { state: '${state}', zones: [${all.map((zone) => `'${zone}'`).join(', ')}], codes: '`;
  rows.set(key, [...(rows.get(key) ?? []), code]);
}
const written = [...rows].sort().map(([key, codes]) => `${key}${codes.sort().join(' ')}' },`);
writeFileSync(
  'src/requests/area-codes.ts',
  `/**
 * The area codes of the United States and its territories: in which state they are, and every time zone of their exchanges. Derived from
 * the time-zone and geocoding data of libphonenumber (The Libphonenumber Authors, Apache License 2.0) by scripts/area-codes.ts. A
 * number may have moved with its owner, so the zone that a person declares counts beside these.
 */
export const areas: readonly { state: string; zones: readonly string[]; codes: string }[] = [
${written.join('\n')}
];
`,
);
