import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const unit = (name: string) => readFileSync(`deploy/next-right-step.${name}`, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'nrs-units-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The settings of a unit file, each with all its values. */
function settingsOf(text: string): Map<string, string[]> {
  const settings = new Map<string, string[]>();
  for (const [, name = '', value = ''] of text.matchAll(/^(\w+)=(.*)$/gm))
    settings.set(name, [...(settings.get(name) ?? []), value]);
  return settings;
}

/** What takes from a process all that this one does not need. */
const hardened: Record<string, string> = {
  CapabilityBoundingSet: '',
  NoNewPrivileges: 'true',
  ProtectSystem: 'strict',
  ProtectHome: 'true',
  PrivateTmp: 'true',
  PrivateDevices: 'true',
  ProtectKernelTunables: 'true',
  ProtectKernelModules: 'true',
  ProtectKernelLogs: 'true',
  ProtectControlGroups: 'true',
  ProtectClock: 'true',
  ProtectProc: 'invisible',
  RestrictAddressFamilies: 'AF_INET AF_INET6 AF_UNIX',
  RestrictNamespaces: 'true',
  RestrictSUIDSGID: 'true',
  LockPersonality: 'true',
  SystemCallArchitectures: 'native',
  UMask: '0077',
};

const softIn = (text: string): string[] => {
  const settings = settingsOf(text);
  return Object.entries(hardened)
    .filter(([name, value]) => settings.get(name)?.at(-1) !== value)
    .map(([name]) => name);
};

test('the service can do nothing that it does not need', () => {
  expect(softIn(unit('service'))).toEqual([]);
  const planted = unit('service')
    .replace('ProtectSystem=strict', 'ProtectSystem=full')
    .replace('PrivateTmp=true\n', '');
  expect(softIn(planted)).toEqual(['ProtectSystem', 'PrivateTmp']);
  expect(settingsOf(unit('service')).get('User')).toEqual(['next-right-step']);
});

test('the service starts a file that is there, gives it time to finish, and hands it one socket', () => {
  const service = settingsOf(unit('service'));
  const [node = '', ...args] = (service.get('ExecStart')?.[0] ?? '').split(' ');
  expect(node).toBe('/opt/next-right-step/node_modules/.bin/node');
  expect(readFileSync(args.at(-1) ?? '', 'utf8')).toContain('serve(process.env)');
  const serve = readFileSync('src/requests/run/serve.ts', 'utf8');
  const patience = Number(/stopPatienceMs = ([\d_]+)/.exec(serve)?.[1]?.replace('_', ''));
  expect(Number(service.get('TimeoutStopSec')?.[0]) * 1000).toBeGreaterThan(2 * patience);
  expect(settingsOf(unit('socket')).get('ListenStream')).toEqual(['127.0.0.1:4321']);
});

/** What systemd itself says of a service. Its folder is here, where the files are. */
function judged(service: string) {
  const here = (text: string) => text.replaceAll('/opt/next-right-step', resolve('.'));
  const [file, socket] = [join(folder, 'next-right-step.service'), join(folder, 'next-right-step.socket')];
  // Elsewhere than on Linux, and in CI, the project's own Node may not be there.
  writeFileSync(file, here(service).replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
  writeFileSync(socket, unit('socket'));
  const systemd = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  const { status, stderr } = systemd('verify', '--man=no', file, socket);
  const security = systemd('security', '--offline=true', '--threshold=15', '--no-pager', file);
  return { verified: status === 0 && !/next-right-step/.test(stderr) ? 'ok' : stderr, exposure: security.status };
}

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
test.runIf(hasSystemd)('systemd understands the units and finds little exposed', () => {
  expect(judged(unit('service'))).toEqual({ verified: 'ok', exposure: 0 });
  const misspelt = unit('service').replace('ProtectHome=', 'ProtectHomes=');
  expect(judged(misspelt).verified).toContain('ProtectHomes');
  const open = unit('service').replace(/^(Protect|Private|Restrict|SystemCall).*$/gm, '');
  expect(judged(open).exposure).toBe(1);
});
