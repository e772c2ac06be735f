import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from './chromium.ts';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { host?: string; address?: string; url?: string; hostname?: string } }[];
}

const isOurs = (place: string) => /^(https?:\/\/)?(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(place);

/**
 * The browser's own log of its network stack: every name looked up, every address connected to, every URL fetched. A headless Chromium
 * does not act on preconnect and dns-prefetch; the build refuses those links (tests/site/built-page.test.ts).
 */
function placesIn(netLog: NetLog): string[] {
  const name = new Map(Object.entries(netLog.constants.logEventTypes).map(([key, value]) => [value, key]));
  const wanted = /^(HOST_RESOLVER_MANAGER_REQUEST|TCP_CONNECT_ATTEMPT|UDP_CONNECT|URL_REQUEST_START_JOB)$/;
  return netLog.events
    .filter(({ type }) => wanted.test(name.get(type) ?? ''))
    .flatMap(({ params }) => [params?.host, params?.hostname, params?.address, params?.url])
    .filter((place): place is string => Boolean(place) && /^(https?:|[\w[.:-]+$)/.test(place ?? ''));
}

/** What a browser did on the network. */
export interface OnTheWire {
  /** How many places it went to, ours among them. */
  count: number;
  /** Those that are not ours, each once. */
  elsewhere: string[];
  /** Everything that it noted: addresses and headers, never bodies. */
  text: string;
}

/** Walks a browser of its own that keeps a log of its network, and tells what the log holds. */
export async function onTheWire(walk: (browser: Browser) => Promise<void>): Promise<OnTheWire> {
  const folder = mkdtempSync(join(tmpdir(), 'net-log-'));
  const file = join(folder, 'log.json');
  const { executablePath, args, env } = findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--log-net-log=${file}`],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  await walk(browser).finally(() => browser.close());
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  const places = placesIn(JSON.parse(text) as NetLog);
  return { count: places.length, elsewhere: [...new Set(places.filter((place) => !isOurs(place)))], text };
}
