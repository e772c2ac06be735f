/**
 * Completes package-lock.json with the optional native packages of other platforms.
 *
 * npm leaves them out where it could not resolve them, and then `npm ci` refuses its own lockfile. `--check` changes nothing and
 * exits 1 when one is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { absentOptionalPackages, type Lockfile, platformOf } from './lockfile.ts';

const path = 'package-lock.json';
const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
const absent = absentOptionalPackages(lockfile);

if (process.argv.includes('--check')) {
  for (const { name, version, wantedBy } of absent) {
    console.error(`package-lock.json: no entry for ${name}@${version}, wanted by ${wantedBy}. Run: npm run lockfile`);
  }
  process.exit(absent.length > 0 ? 1 : 0);
}

for (const { name, version } of absent) {
  lockfile.packages[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
  console.log(`added ${name}@${version}`);
}
const sorted = Object.entries(lockfile.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(path, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
