import type { Fault } from '../tests/requests/plant.ts';
import { median, percentile, verdict } from './figures.ts';
import { endHost, type Host, loadRound, type Round, startHost, steadyLoad } from './requests/load.ts';
import { table } from './table.ts';

const posts = 800;
const rounds = 5;
const steady = { perSecond: 50, seconds: 10 };

/** What can be left out of ours to see what it costs. */
const guarantees: readonly { what: string; without: Fault }[] = [
  { what: 'sealed bodies', without: 'no-seal' },
  { what: 'records of consent', without: 'no-evidence' },
  { what: 'limits and signs of programs', without: 'no-limits' },
  { what: 'on the disk before the answer', without: 'no-sync-unseen' },
];

/** Accepted posts beside servers in one file, and what each guarantee costs; all in turns, on the same SQLite, each commit synced. */
export async function run(): Promise<string> {
  const hosts: Host[] = [];
  for (const kind of ['ours', 'same', 'bare'] as const) hosts.push(await startHost(kind));
  hosts.push(await startHost('ours', ['own-commits']));
  for (const { without } of guarantees) hosts.push(await startHost('ours', [without]));
  const measured = hosts.map((): Round[] => []);
  let waits: number[];
  try {
    for (const host of hosts) await loadRound(host, posts);
    for (let turn = 0; turn < rounds; turn++) {
      for (const [place, host] of hosts.entries()) measured[place]?.push(await loadRound(host, posts));
    }
    waits = await steadyLoad(hosts[0] as Host, steady.perSecond, steady.seconds);
  } finally {
    await Promise.all(hosts.map(endHost));
  }
  return report(measured, waits);
}

function report(measured: readonly (readonly Round[])[], waits: readonly number[]): string {
  const rates = measured.map((list) => median(list.map(({ perSecond }) => perSecond)));
  const costs = measured.map((list) => median(list.map(({ cpuEach }) => cpuEach)));
  const [ours = Number.NaN, same = Number.NaN, bare = Number.NaN] = rates;
  const [cpu = Number.NaN, cpuOfSame = Number.NaN, cpuOfBare = Number.NaN] = costs;
  const prices = ['commits that posts share', ...guarantees.map(({ what }) => what)].flatMap((what, place) => [
    { measure: `${what}: posts a second`, figures: [ours, rates[place + 3] ?? Number.NaN, bare] },
    { measure: `${what}: CPU a post, µs`, figures: [cpu, costs[place + 3] ?? Number.NaN, cpuOfBare] },
  ]);
  const [p95, p99] = [percentile(waits, 0.95), percentile(waits, 0.99)];
  return [
    `Posts for a call, 16 clients, ${posts} posts a round, ${rounds} rounds each in turns, medians`,
    table(
      ['ours', 'one file, same rows', 'one file, one row'],
      [
        { measure: 'accepted posts a second', figures: rates.slice(0, 3) },
        { measure: 'CPU a post, µs', figures: costs.slice(0, 3) },
      ],
    ),
    '\nThe price of each guarantee: ours, ours without it, and a bare server without any of them but the disk',
    table(['ours', 'without', 'bare'], prices),
    `\n${steady.perSecond} posts a second for ${steady.seconds} s: p50 ${median(waits).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    verdict({ what: 'time a post beside the same in one file', ours: 1 / ours, peer: 1 / same, atMost: 1 / 0.8 }),
    verdict({ what: 'CPU a post beside the same in one file', ours: cpu, peer: cpuOfSame, atMost: 1.5 }),
    verdict({ what: 'time a post beside 500 a second', ours: 1 / ours, peer: 1 / 500, atMost: 1 }),
    verdict({ what: 'p95 at 50 a second beside 300 ms', ours: p95, peer: 300, atMost: 1 }),
    verdict({ what: 'p99 at 50 a second beside 100 ms', ours: p99, peer: 100, atMost: 1 }),
  ].join('\n');
}
