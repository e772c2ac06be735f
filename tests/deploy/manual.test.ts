import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { keysOf } from '#requests/run/key-settings.ts';
import { manual } from '#requests/run/setting-words.ts';
import { readSettings } from '#requests/run/settings.ts';
import { openerFor, sealerFor } from '#requests/stores/seal.ts';
import { readSiteFile } from '#site/build/site-file.ts';
import { readDeployment } from '#site/deployment.ts';
import { commands } from '../../src/ops/commands.ts';
import { goodRequest } from '../requests/fixtures.ts';
import { start, tinySite } from '../requests/tiny-site.ts';
import { type Block, blocksIn, manualPages, namedIn, unmarked } from './commands.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const blocks = manualPages.flatMap((file) => blocksIn(file));
const marked = (mark: string): Block[] => blocks.filter((block) => block.mark === mark);
const bash = (text: string, cwd: string, env: Record<string, string> = {}) =>
  spawnSync('bash', ['-euo', 'pipefail', '-c', text], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });

test('every block of commands is run by a test, or says that it is for elsewhere', () => {
  expect(unmarked(blocks)).toEqual([]);
  const planted = blocksIn('docs/operating/planted.md', '1. Do this:\n\n   ```sh\n   rm -rf /\n   ```\n');
  expect(unmarked(planted)).toEqual([{ file: 'docs/operating/planted.md', mark: 'sh', text: 'rm -rf /\n' }]);
  const inReadme = blocksIn(
    'README.md',
    '```sh\nnpm ci && npm start   # fine\nnpm ci && npm test    # fine\nrm -rf /\n```\n',
  );
  expect(unmarked(inReadme)).toEqual(inReadme);
  expect(marked('sh run').length).toBeGreaterThan(0);
  expect(marked('sh run store').length).toBeGreaterThan(0);
});

test('the keys and settings that the manual makes are settings that the server takes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-manual-'));
  folders.push(folder);
  for (const { text } of marked('sh run')) expect(bash(text, folder)).toMatchObject({ status: 0 });
  const file = join(folder, 'settings.env');
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  const given = parseEnv(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(readSettings({ ...given, NRS_MODE: 'production' })).toMatchObject({
    problems: [expect.stringMatching(/^NRS_ORIGIN is .*example/)],
  });
  for (const mode of ['rehearsal', 'production']) {
    const own = mode === 'production' ? { NRS_ORIGIN: 'https://help.gov' } : {};
    const read = readSettings({ ...given, ...own, NRS_MODE: mode });
    expect(read).toMatchObject({ ok: true });
    if (!read.ok) continue;
    const keys = keysOf(read.settings);
    const [sealer, opener] = [await sealerFor(keys.publicKey), await openerFor(keys.privateKeys)];
    const row = { requestId: crypto.randomUUID(), kind: 'callback', schemaVersion: 1 } as const;
    expect(await opener.open(await sealer.seal('said', row), row)).toBe('said');
  }
});

test('the commands of the daily work do what the manual says, on a store with a request', {
  timeout: 120_000,
}, async () => {
  const folder = tinySite();
  folders.push(folder);
  for (const name of ['package.json', 'scripts', 'src', 'migrations', 'node_modules', 'content'])
    symlinkSync(resolve(name), join(folder, name));
  const server = await start(folder);
  const headers = { 'content-type': 'application/json', connection: 'close' };
  const body = JSON.stringify(goodRequest);
  const response = await fetch(`${server.origin}/api/v1/requests`, { method: 'POST', headers, body });
  const { reference } = await response.json();
  const said = marked('sh run store').map(({ text }) =>
    bash(text, folder, { NODE_COMPILE_CACHE: join(folder, 'cache') }),
  );
  server.process.kill('SIGKILL');
  expect(said.map(({ status, stderr }) => ({ status, stderr }))).toEqual(said.map(() => ({ status: 0, stderr: '' })));
  expect(said[0]?.stdout).toContain(reference);
});

/** What a page does to the folders of the program, done in `folder`: a clone makes an empty one that knows its version. */
function install(page: string, version: string, folder: string) {
  const lines = blocksIn(page)
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => /^sudo (git clone|ln) /.test(line))
    .map((line) => line.replaceAll('<version>', version).replaceAll('/opt', folder).replace('sudo ', ''))
    .map((line) => line.replace(/^git clone .* (\S+)$/, `mkdir $1 && echo ${version} > $1/version`));
  return bash(lines.join('\n'), folder);
}

test('after an upgrade the service starts the new version, and the first one is still there to go back to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-opt-'));
  folders.push(folder);
  const running = () => readFileSync(join(folder, 'next-right-step/version'), 'utf8').trim();
  expect(install('docs/operating/small-machine.md', 'v1', folder)).toMatchObject({ status: 0 });
  expect(running()).toBe('v1');
  expect(install('docs/operating/upgrade.md', 'v2', folder)).toMatchObject({ status: 0 });
  expect(running()).toBe('v2');
  expect(readFileSync(join(folder, 'next-right-step-v1/version'), 'utf8').trim()).toBe('v1');
});

test('the settings of every build in the manual are ones that a build takes', () => {
  for (const { text } of marked('sh run build')) {
    const [, assignments = ''] = /^((?:\w+=\S+ )+)npm run build\n$/.exec(text) ?? [];
    const env = Object.fromEntries(
      assignments
        .trim()
        .split(' ')
        .map((pair) => pair.split('=')),
    );
    expect(readDeployment(env, { ...readSiteFile(), origin: null }).origin).toBe('https://help.example.org');
  }
  expect(marked('sh run build').length).toBeGreaterThan(1);
});

test('every npm script and every command of the desk that a page names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const verbs = Object.keys(commands).flatMap((verb) => [verb, verb.split(' ')[0] ?? '']);
  const known = new Set([...verbs, 'help']);
  const isDesk = (words: string) => known.has(words) || known.has(words.split(' ')[0] ?? '');
  const strange = (text: string) => {
    const named = namedIn(text);
    return [...named.scripts.filter((name) => !(name in scripts)), ...named.desk.filter((words) => !isDesk(words))];
  };
  expect(strange('Run `npm run nothing` and `npm run ops -- juggle`.')).toEqual(['nothing', 'juggle']);
  for (const file of manualPages.filter((name) => /operating|release/.test(name)))
    expect({ file, strange: strange(readFileSync(file, 'utf8')) }).toEqual({ file, strange: [] });
});

test('the manual lists every setting with its default, what it wants, and whether it is a secret', () => {
  const page = readFileSync('docs/operating/settings.md', 'utf8');
  const rows = new Map(
    [...page.matchAll(/^\| `(\w+)` \| (\S+) \| ([^|]+) \| ([^|]+) \| (yes|) ?\|/gm)].map(
      ([, name, first, wants, , secret]) => [
        name,
        { default: first?.replaceAll('`', ''), wants, isSecret: secret === 'yes' },
      ],
    ),
  );
  const read = readSettings({});
  const defaults: Record<string, unknown> = read.ok ? read.settings : {};
  const expected = Object.entries(manual).map(([name, { what, isSecret }]) => [
    name,
    { default: String(defaults[name] ?? '–'), wants: what, isSecret },
  ]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
});

test('pages of the manual lead to pages and files that are there', () => {
  for (const file of manualPages.filter((name) => /operating|release/.test(name))) {
    const text = readFileSync(file, 'utf8');
    const links = [...text.matchAll(/\]\((?!http)([^)#]+)[^)]*\)/g)].map(([, link = '']) => resolve(file, '..', link));
    const named = [...text.matchAll(/`((?:tests|src|deploy|content|docs)\/[\w/.-]+)`/g)].map(([, path = '']) => path);
    for (const path of [...links, ...named]) expect(() => statSync(path), `${file}: ${path}`).not.toThrow();
  }
});

test('no file with a key in it is ever readable by others, not even while it is made', () => {
  const [keys] = marked('sh run').filter(({ text }) => text.includes('NRS_PRIVATE_KEY'));
  expect(keys?.text.split('\n')[0]).toBe('umask 077');
});

test('a machine set up by the manual keeps its logs for 30 days, as the privacy page says', () => {
  const steps = readFileSync('docs/operating/small-machine.md', 'utf8');
  const [, file = ''] = /install .*? (deploy\/\S+) \/etc\/systemd\/journald\.conf\.d\//.exec(steps) ?? [];
  expect(readFileSync(file, 'utf8')).toMatch(/^\[Journal\]\nMaxRetentionSec=30day$/m);
});

test('every page that tells how to build names all settings that a build and a start must agree on', () => {
  for (const page of ['small-machine', 'upgrade', 'cloudflare'])
    for (const name of ['NRS_MODE', 'NRS_ORIGIN', 'NRS_SMS_URL'])
      expect(readFileSync(`docs/operating/${page}.md`, 'utf8'), page).toContain(name);
  const cloudflare = readFileSync('docs/operating/cloudflare.md', 'utf8');
  for (const name of ['NRS_SMS_ACCOUNT', 'NRS_SMS_FROM', 'secret put NRS_SMS_TOKEN'])
    expect(cloudflare).toContain(name);
});

test('what happens in a flood is told alike on every page: kept while the budget lasts, then not saved', () => {
  for (const page of ['operating.md', 'operating/alarms.md', 'operating/scale.md']) {
    const [line = ''] = readFileSync(`docs/${page}`, 'utf8').match(/^.*(`flood`|"flood"|A flood).*(\n {2}.*)*/m) ?? [];
    expect(line, page).toMatch(/not saved|unsaved/);
    expect(line, page).not.toMatch(/it is kept\.|They are kept/);
  }
});

test('a release is not made without the long runs, and says who looks at what no command does', () => {
  const checklist = readFileSync('docs/release-checklist.md', 'utf8');
  for (const words of ['`npm run soak`', 'Lighthouse', 'hadolint']) expect(checklist).toContain(words);
});
