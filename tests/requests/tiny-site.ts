import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Manifest } from '#requests/manifest.ts';
import { problemCodes } from '#requests/problem.ts';
import { manifestOf } from './fixtures.ts';
import type { Fault } from './plant.ts';

const part = (name: string, inner: string) => `<!--part:${name}-->${inner}<!--/part:${name}-->`;
const template = (name: string, inner: string) => `<template data-part="${name}">${inner}</template>`;
const form = `<title>Form</title>${part('form', '<input name="phone">')}${template('confirmation', '[[reference]] [[cancelUrl]]')}`;
const cancel = `<title>Cancel</title>${template('ask', 'ask')}${template('done', 'done')}`;

/** A folder with the least that a server needs of a build. */
export function tinySite(changes: Partial<Manifest> = { mode: 'demo', origin: 'http://127.0.0.1:4321' }): string {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-site-'));
  const manifest = manifestOf(changes);
  const pages: Record<string, string> = {
    'index.html': '<title>Home</title>',
    '404.html': '<title>Not here</title>',
    'guides/index.html': '<title>Guides</title>',
    'headers.json': JSON.stringify([
      { prefix: '/', headers: { 'X-Frame-Options': 'DENY', 'Cache-Control': 'no-cache' } },
    ]),
    _headers: '/*\n  X-Frame-Options: DENY\n',
    _redirects: '/guides/old-name/ /guides/ 301\n/guides/old-name /guides/ 301\n',
    'guides/old-name/index.html': '<meta http-equiv="refresh" content="0; url=/guides/">',
    'endpoint.json': JSON.stringify(manifest),
    ...Object.fromEntries(
      Object.entries(manifest.pages).flatMap(([page, paths]) =>
        Object.values(paths).map((path) => [`${path}index.html`, page === 'cancel' ? cancel : form]),
      ),
    ),
    ...Object.fromEntries(problemCodes.map((code) => [`problems/${code}/index.html`, `problem ${code}`])),
  };
  for (const [path, text] of Object.entries(pages)) {
    const file = join(folder, 'dist', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** A server process over a folder of `tinySite`. */
export interface Server {
  process: ChildProcess;
  origin: string;
  /** Everything it has printed. */
  said(): string;
  ended: Promise<number | null>;
}

/** What is special about one start. */
export interface Special {
  /** Faults to plant into the code of this process (plant.ts). */
  faults?: readonly Fault[];
  /** No file may grow beyond so many blocks of 512 bytes: a disk that is full. */
  mostBlocks?: number;
  /** Sees the process before it listens. */
  onSpawn?: (child: ChildProcess) => void;
}

/** Starts the real process; its store is in the same folder. Resolves when it listens or has ended. */
export function start(folder: string, env: Record<string, string> = {}, special: Special = {}): Promise<Server> {
  const { faults = [], mostBlocks, onSpawn } = special;
  const planted = faults.length > 0 ? ['--import', resolve('tests/requests/plant.ts')] : [];
  const node = [
    ...[process.execPath, '--disable-warning=ExperimentalWarning', ...planted],
    resolve('src/requests/run/node.ts'),
  ];
  const limited = mostBlocks === undefined ? [] : ['sh', '-c', `ulimit -f ${mostBlocks}; exec "$0" "$@"`];
  const [command = '', ...args] = [...limited, ...node];
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...(faults.length > 0 && { FAULTS: faults.join() }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onSpawn?.(child);
  return started(child);
}

/** Follows a process of the server that was just spawned. */
export async function started(child: ChildProcess): Promise<Server> {
  let said = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const listening = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
        if (said.includes(' is at http')) done();
      });
    }
  });
  await Promise.race([listening, ended]);
  return { process: child, origin: /http:\/\/[\d.:]+/.exec(said)?.[0] ?? '', said: () => said, ended };
}
