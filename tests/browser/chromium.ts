import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { arch, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';

/** How to start a browser. */
export interface Launch {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Finds a Chromium: `CHROMIUM_PATH`, the one npm brought, Playwright's own, the system's. Throws one clear line if there is none. */
export function findChromium(): Launch {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names a file that does not exist: ${named}`);
    return { executablePath: named, args: quiet, env: {} };
  }
  if (platform() === 'linux' && arch() === 'x64') return shippedChromium();
  const found = [chromium.executablePath(), ...systemPaths].find((path) => existsSync(path));
  if (found) return { executablePath: found, args: quiet, env: {} };
  throw new Error('No Chromium found for the browser tests. Install one, or set CHROMIUM_PATH to its program file.');
}

/** The Chromium in the npm package, unpacked once. The package's own start arguments are not used: they switch web security off. */
function shippedChromium(): Launch {
  const packageFolder = resolve('node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const home = resolve('node_modules/.cache', `chromium-${version}`);
  if (!existsSync(home)) unpack(join(packageFolder, 'bin'), home);
  const hasFonts = existsSync('/usr/share/fonts') && readdirSync('/usr/share/fonts').length > 0;
  return {
    executablePath: join(home, 'chromium'),
    args: quiet,
    env: {
      LD_LIBRARY_PATH: [join(home, 'lib'), home, process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':'),
      ...(!hasFonts && { FONTCONFIG_FILE: join(home, 'our-fonts.conf') }),
    },
  };
}

/** Unpacks beside the final place and renames: an interrupted run leaves nothing that looks whole. */
function unpack(bin: string, home: string): void {
  const inProgress = `${home}.${process.pid}`;
  mkdirSync(inProgress, { recursive: true });
  for (const file of readdirSync(bin).filter((name) => name.endsWith('.br'))) {
    const target = join(inProgress, file.slice(0, -'.br'.length));
    writeFileSync(target, brotliDecompressSync(readFileSync(join(bin, file))));
    if (!target.endsWith('.tar')) chmodSync(target, 0o755);
    else {
      execFileSync('tar', ['-xf', target, '-C', inProgress]);
      rmSync(target);
    }
  }
  writeFileSync(join(inProgress, 'our-fonts.conf'), `<fontconfig><dir>${join(home, 'fonts')}</dir></fontconfig>`);
  try {
    renameSync(inProgress, home);
  } catch {
    rmSync(inProgress, { recursive: true, force: true }); // Another worker was faster.
  }
}
