import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Courier } from '#requests/delivery/attempt.ts';
import type { Manifest } from '#requests/manifest.ts';
import type { RequestStore } from '#requests/ports.ts';
import { disagreement } from '#requests/run/agreement.ts';
import { readBuiltSite } from '#requests/run/built-site.ts';
import { clockFrom } from '#requests/run/clock.ts';
import { couriersFor } from '#requests/run/couriers.ts';
import type { Keys } from '#requests/run/key-settings.ts';
import { keysFrom } from '#requests/run/keys.ts';
import { openingFor } from '#requests/run/opening.ts';
import { readSettings, type Settings } from '#requests/run/settings.ts';
import { waysInUse } from '#requests/run/ways-in-use.ts';
import type { StoreChoice } from '../commands.ts';
import { done, json, type Outcome } from '../outcome.ts';
import { d1Findings } from './d1.ts';
import { type Finding, ill, well } from './finding.ts';
import { keyFindings } from './keys.ts';
import { clockFindings, evidenceFinding, waitingFindings } from './rows.ts';
import { storeFindings } from './store.ts';
import { wayFindings } from './ways.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Looks at the build, and whether it was made with these settings. */
function buildFinding(settings: Settings): { finding: Finding; manifest?: Manifest } {
  try {
    const { manifest } = readBuiltSite('dist');
    const reason = disagreement(settings, manifest);
    const finding = reason
      ? ill('build', reason, 'Build with the settings of the start: npm run build')
      : well('build', `Build ${manifest.buildId} fits the settings.`);
    return { finding, manifest };
  } catch (error) {
    return { finding: ill('build', error instanceof Error ? error.message : 'There is no build.', 'npm run build') };
  }
}

/** The keys, or why there are none. A demonstration makes its own when it starts; looking at it makes none. */
async function keysOf(settings: Settings): Promise<Keys | Finding> {
  const isMadeLater =
    settings.NRS_MODE === 'demo' && !settings.NRS_PUBLIC_KEY && !existsSync(join(settings.DATA_DIR, 'demo-keys.json'));
  if (isMadeLater) return well('keys', 'A demonstration makes its own keys when it starts.');
  return keysFrom(settings).catch((error: Error) =>
    ill('keys', error.message, 'Put the setting into the environment of the server and of this command.'),
  );
}

const isFinding = (one: Keys | Finding): one is Finding => 'check' in one;

/** What only a store that can be read can tell. */
async function rowFindings(store: RequestStore, settings: Settings, channels: readonly string[]): Promise<Finding[]> {
  let now: Date;
  try {
    now = clockFrom(settings.NRS_TEST_CLOCK).now();
  } catch (error) {
    return [
      ill(
        'clock',
        error instanceof Error ? error.message : 'There is no time.',
        'Mend the file or remove NRS_TEST_CLOCK.',
      ),
    ];
  }
  return [
    ...(await clockFindings(store, now)),
    await evidenceFinding(store),
    ...(await waitingFindings(store, now, channels)),
  ];
}

async function look(settings: Settings, choice: StoreChoice | undefined): Promise<Finding[]> {
  const { finding: build, manifest } = buildFinding(settings);
  if (settings.NRS_REQUESTS === 'off')
    return [build, well('store', 'Requests are off: there is nothing else to look at.')];
  const { findings: ofStore, opened } =
    choice?.kind === 'd1' ? await d1Findings(settings.DATA_DIR, choice.isRemote) : storeFindings(settings.DATA_DIR);
  try {
    const store = opened?.store;
    const keys = await keysOf(settings);
    let couriers: Courier[] = [];
    if (store && !isFinding(keys)) {
      couriers = await couriersFor(settings, keys, store, manifest?.operator.timeZone ?? 'UTC').catch(() => []);
    }
    return [
      build,
      ...ofStore,
      ...(isFinding(keys) ? [keys] : await keyFindings(keys, openingFor(settings) !== undefined, store)),
      ...(store ? await rowFindings(store, settings, waysInUse(couriers, settings)) : []),
      ...(await wayFindings(settings, store, couriers)),
    ];
  } finally {
    await opened?.close();
  }
}

/** Looks at everything that requests need, changes nothing, and says what to mend. Exit code 1 where something has to be. */
export async function doctor(env: Environment, choice: StoreChoice | undefined, asJson: boolean): Promise<Outcome> {
  const read = readSettings(env);
  const findings = read.ok
    ? [
        well('settings', `All settings can be read; the mode is ${read.settings.NRS_MODE}.`),
        ...(await look(read.settings, choice)),
      ]
    : read.problems.map((problem) => ill('settings', problem, 'Change it in the environment of the server.'));
  const isWell = findings.every(({ ok }) => ok);
  const exitCode = isWell ? 0 : 1;
  if (asJson) return { ...json({ ok: isWell, findings }), exitCode };
  const lines = findings.map(
    ({ check, ok, says, fix }) => `${ok ? 'ok  ' : 'FIX '}  ${check.padEnd(8)}  ${says}${fix ? ` → ${fix}` : ''}`,
  );
  const faults = findings.filter(({ ok }) => !ok).length;
  return { ...done([...lines, '', isWell ? 'All is well.' : `To mend: ${faults}`].join('\n')), exitCode };
}
