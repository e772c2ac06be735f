/**
 * `npm run soak`: the long forms of what `npm test` proves about requests in short. `npm run soak -- kills` runs only the named ones;
 * `npm run soak -- kills 200` says how many. Each ends with one line of figures and what the specification asks for; a figure that
 * fails ends with exit code 1.
 */
import { cpus, loadavg } from 'node:os';
import type { Soak } from './soak/figures.ts';

const soaks = {
  kills: './soak/kills.ts',
  fuzz: './soak/fuzz.ts',
  downtime: './soak/downtime.ts',
  spam: './soak/spam.ts',
  worker: './soak/worker.ts',
};

const names = Object.keys(soaks);
const wanted = process.argv.slice(2);
const amount = wanted.map(Number).find((number) => number > 0);
const named = wanted.filter((name) => !(Number(name) > 0));
const unknown = named.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No soak ${unknown.join(', ')}. Soaks: ${names.join(', ')}; a number says how many`);
  process.exit(2);
}

console.log(`Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before the start`);
for (const [name, file] of Object.entries(soaks)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { run } = (await import(file)) as { run: Soak };
  const { figures, holds } = await run(amount);
  console.log(`${holds ? 'PASS' : 'FAIL'}  ${figures} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  if (!holds) process.exitCode = 1;
}
