/**
 * `npm run bench`: how fast we are beside peers, side by side in one run. `npm run bench -- quiz` runs only the named ones. Ratios are what
 * counts; times depend on the machine and on what else it does. Nothing here is asserted.
 */
import { cpus, loadavg } from 'node:os';

const benches = {
  quiz: './quiz.ts',
  proof: './proof.ts',
  planner: './planner.ts',
  server: './server.ts',
  texts: './texts.ts',
  leave: './leave.ts',
  requests: './requests.ts',
  build: './build.ts',
};

const names = Object.keys(benches);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}. Benches: ${names.join(', ')}`);
  process.exit(2);
}

console.log(`Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before the start`);
for (const [name, file] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const { run } = (await import(file)) as { run: () => Promise<string> };
  console.log(await run());
}
