import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const parts = ['src', 'content', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/** A copy of the project, to be changed as an operator would. */
export function projectCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'nrs-operator-'));
  for (const name of parts) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    write: (file: string, text: string) => writeFileSync(join(folder, file), text),
    remove: () => rmSync(folder, { recursive: true, force: true }),
    build(env: Record<string, string>) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
      });
      return { status, said: stdout + stderr };
    },
  };
}

/** The copy as the fictional operator of this folder has it: its settings, timetables and logo, and nothing else changed. */
export function fictionalCopy() {
  const copy = projectCopy();
  cpSync('tests/operator/site.yaml', join(copy.folder, 'content/site.yaml'));
  cpSync('tests/operator/tracks.yaml', join(copy.folder, 'content/tracks.yaml'));
  cpSync('tests/operator/harbor.svg', join(copy.folder, 'public/harbor.svg'));
  return copy;
}
