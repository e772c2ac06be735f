// Starts one of our TypeScript files. Plain JavaScript on purpose: an older Node can read it and say what is wrong.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This needs Node 22.18 or newer and found ${process.versions.node}. Run it through npm (\`npm start\`, \`npm test\`, \`npm run …\`): npm finds the Node 24 that the project brings along.`,
  );
  process.exit(1);
}

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/run.mjs <file.ts> [arguments]');
  process.exit(1);
}

// `node run.mjs x.ts` becomes `node x.ts`: the started file is the process, signals reach it as they came.
const root = fileURLToPath(new URL('..', import.meta.url));
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${root}${file}`, ...args], {
  stdio: 'inherit',
  // What was compiled once need not be again: a third of a start's work.
  env: { NODE_COMPILE_CACHE: `${root}node_modules/.cache/node`, ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
