/** Runs Astro's own command line without its telemetry: npm scripts cannot set an environment portably. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(
  new URL('../bin/astro.mjs', import.meta.resolve('astro/package.json').replace('package.json', 'dist/')),
);

/** Runs one Astro command; resolves to its exit code. */
export const astro = (args: readonly string[], env: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });

if (import.meta.main) process.exit(await astro(process.argv.slice(2)));
