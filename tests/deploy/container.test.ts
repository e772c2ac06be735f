import { spawn } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { started, tinySite } from '../requests/tiny-site.ts';

const text = readFileSync('deploy/Containerfile', 'utf8');
const ignored = readFileSync('.dockerignore', 'utf8').split('\n');

/** The lines of the stage that runs: after the last FROM, with what was continued put together. */
const lastStage = (file: string): string[] =>
  (
    file
      .replaceAll('\\\n', ' ')
      .split(/^FROM .*$/m)
      .at(-1) ?? ''
  )
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line));

/** What an image must not be. */
function faultsOf(file: string): string[] {
  const run = lastStage(file);
  const of = (word: string) => run.filter((line) => line.startsWith(`${word} `));
  const user = of('USER').at(-1) ?? '';
  const secret = /(SECRET|TOKEN|PRIVATE_KEY|SUPPRESSION_KEY|SMTP_URL)\b/;
  return [
    [file.match(/^FROM /gm)?.length === 2, 'two stages'],
    [/^ARG NODE_IMAGE=\S+:\d+\.\d+\.\d+-/m.test(file), 'an exact base'],
    [/^USER [1-9]\d*:[1-9]\d*$/.test(user), 'a user by number who is not root'],
    [
      of('COPY').every((line) => line.includes('--from=build ') && !line.includes('--chown')),
      'files that belong to root',
    ],
    [of('HEALTHCHECK').some((line) => line.includes('/healthz')), 'a health check'],
    [of('ENTRYPOINT').every((line) => /^ENTRYPOINT \["node"/.test(line)), 'a process that gets its signals'],
    [of('VOLUME').length === 1, 'one place to write'],
    [
      !/^(ENV|ARG) .*/gm.test(file) || !(file.match(/^(ENV|ARG) .*/gm) ?? []).some((line) => secret.test(line)),
      'no secret',
    ],
  ]
    .filter(([holds]) => !holds)
    .map(([, name]) => String(name));
}

test('the image is built in two stages, runs as nobody, holds no secret, and says how it is', () => {
  expect(faultsOf(text)).toEqual([]);
  const planted = text
    .replace('USER 10001:10001', 'USER root')
    .replace('COPY --from=build /site/dist', 'COPY --from=build --chown=10001 /site/dist')
    .replace('ENTRYPOINT ["node"', 'ENTRYPOINT ["npm", "start"')
    .replace('ENV NODE_ENV', 'ENV NRS_SMS_TOKEN=x NODE_ENV');
  expect(faultsOf(planted)).toEqual([
    'a user by number who is not root',
    'files that belong to root',
    'a process that gets its signals',
    'no secret',
  ]);
});

test('nothing that was saved and no settings get into an image', () => {
  for (const name of ['data', '*.env', '.git', 'node_modules']) expect(ignored).toContain(name);
});

test('the root of the container is read-only where podman runs it', () => {
  const quadlet = readFileSync('deploy/next-right-step.container', 'utf8');
  for (const line of ['ReadOnly=true', 'NoNewPrivileges=true', 'DropCapability=ALL', 'Volume=next-right-step:/data'])
    expect(quadlet).toContain(`\n${line}\n`);
});

test('podman asks for health as the image does, whatever format it was built in', () => {
  const quadlet = readFileSync('deploy/next-right-step.container', 'utf8');
  const script = JSON.parse(/^ {2}CMD \["node", "-e", (.*)\]$/m.exec(text)?.[1] ?? '""');
  expect(script).toContain('/healthz');
  expect(quadlet).toContain(`\nHealthCmd=node -e "${script}"\nHealthInterval=30s\n`);
  for (const file of ['deploy/Containerfile', 'docs/operating/small-machine.md']) {
    const builds = readFileSync(file, 'utf8').match(/podman build .*/g) ?? [];
    expect(builds.length).toBeGreaterThan(0);
    for (const command of builds) expect(command, file).toContain('podman build --format docker ');
  }
});

test('what the image copies is enough to start and to answer its own health check', async () => {
  const folder = tinySite({ mode: 'rehearsal', takesRequests: false });
  const copied = [...text.matchAll(/^COPY --from=build \/site\/(\S+)/gm)].map(([, name = '']) => name);
  expect(copied).toContain('dist');
  for (const name of copied) {
    if (name === 'node_modules') symlinkSync(resolve(name), join(folder, name));
    else if (name !== 'dist') cpSync(name, join(folder, name), { recursive: true });
  }
  const [, ...args] = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(text)?.[1] ?? '[]') as string[];
  const server = await started(
    spawn(process.execPath, args, {
      cwd: folder,
      env: { PORT: '0', NRS_MODE: 'rehearsal', NRS_REQUESTS: 'off' },
    }),
  );
  expect(server.said()).toContain('"event":"started"');
  const [, script = ''] = JSON.parse(
    /^ {2}CMD \["node", (.*)$/m.exec(text)?.[1]?.replace(/^/, '[') ?? '[]',
  ) as string[];
  const check = (port: string) =>
    new Promise((done) =>
      spawn(process.execPath, ['-e', script], { env: { PORT: port } }).once('exit', (code) => done(code)),
    );
  expect([server.said(), await check(new URL(server.origin).port), await check('1')]).toEqual([
    expect.stringContaining('"event":"started"'),
    0,
    1,
  ]);
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  rmSync(folder, { recursive: true });
});

test('every package that the server loads is one that the image keeps', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
  const files = globSync('src/{i18n/*,requests/*,requests/{http,stores,delivery,run}/*}.ts');
  const named = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) .*?from '([^'.#][^']*)'/gm)].map(
      ([, name = '']) => name,
    ),
  );
  const packages = named.filter((name) => !/^(node|cloudflare):/.test(name));
  expect(packages.length).toBeGreaterThan(5);
  for (const name of packages) expect(Object.keys(dependencies)).toContain(/^(@[^/]+\/)?[^/]+/.exec(name)?.[0]);
});
