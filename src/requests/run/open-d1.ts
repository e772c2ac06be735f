import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestStore } from '../ports.ts';
import { behind, d1 } from '../stores/d1.ts';
import type { Database } from '../stores/database.ts';
import { sqlStore } from '../stores/sql-store.ts';
import { quietWrangler } from './quiet-wrangler.ts';
import { Refused } from './refused.ts';

/** A store behind a binding, and what lets go of it. */
export interface OpenedD1 {
  store: RequestStore;
  close(): Promise<void>;
}

/** Where `npm run start:worker` keeps what its runtime writes. */
export const workerFolder = (dataDir: string): string => join(dataDir, 'worker');

const binding = 'STORE';
const siteConfig = fileURLToPath(new URL('../../../wrangler.jsonc', import.meta.url));

/**
 * Opens the D1 that the local worker of a data folder uses, beside it or without it, in the same runtime. Throws `Refused` where no worker
 * has run there or its tables do not fit.
 */
export async function openLocalD1(dataDir: string): Promise<OpenedD1> {
  const folder = workerFolder(dataDir);
  const startOnce = 'Start the worker once (npm run start:worker)';
  if (!existsSync(join(folder, 'v3/d1'))) {
    throw new Refused(`No local D1 at ${folder}. ${startOnce}, or name its folder: DATA_DIR=other npm run ops -- …`);
  }
  const bound = await bind({ path: join(folder, 'v3') }, siteConfig);
  return openedOver(bound, `${startOnce}; it brings them up to date.`);
}

/**
 * Opens the D1 at Cloudflare that `wrangler.jsonc` names, through a remote binding: Wrangler runs a small worker of its own in the account,
 * with the login of `wrangler login` or `CLOUDFLARE_API_TOKEN`. Throws `Refused` where that cannot be done.
 */
export async function openRemoteD1(config = siteConfig): Promise<OpenedD1> {
  const bound = await bind('remote', config);
  return openedOver(bound);
}

/** What we take from `wrangler.jsonc`. */
interface OfConfig {
  compatibility_date: string;
  d1_databases: { binding: string; database_id?: string }[];
}

interface BoundD1 {
  database: Database;
  dispose(): Promise<void>;
}

async function openedOver({ database, dispose }: BoundD1, howToApply?: string): Promise<OpenedD1> {
  try {
    const retrying = d1(database);
    const reason = await behind(retrying, howToApply);
    if (reason) throw new Refused(reason);
    return { store: sqlStore(retrying), close: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Binds the database of `wrangler.jsonc` and nothing else of the site. */
async function bind(where: { path: string } | 'remote', configPath: string): Promise<BoundD1> {
  const folder = mkdtempSync(join(tmpdir(), 'next-right-step-d1-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  try {
    Object.assign(process.env, quietWrangler(folder), { WRANGLER_LOG: 'none', WRANGLER_WRITE_LOGS: 'false' });
    const { getPlatformProxy, unstable_readConfig } = await wrangler();
    const config: OfConfig = unstable_readConfig({ config: configPath }, { hideWarnings: true });
    const { compatibility_date, d1_databases } = config;
    const database = d1_databases.find((one) => one.binding === binding);
    if (where === 'remote' && !database?.database_id) {
      throw new Refused(
        'wrangler.jsonc names no database at Cloudflare. Put the id of "npx wrangler d1 create" beside STORE, as "database_id".',
      );
    }
    const own = { name: 'operator', compatibility_date, d1_databases: [{ ...database, remote: where === 'remote' }] };
    const ownPath = join(folder, 'wrangler.json');
    writeFileSync(ownPath, JSON.stringify(own));
    const proxy = await getPlatformProxy<Record<typeof binding, Database>>({
      configPath: ownPath,
      envFiles: [],
      persist: where === 'remote' ? false : where,
      remoteBindings: where === 'remote',
    }).catch((error: unknown) => {
      throw new Refused(`D1 cannot be opened (${firstLine(error)}).${where === 'remote' ? ` ${logIn}` : ''}`);
    });
    const dispose = async () => {
      await proxy.dispose();
      clear();
    };
    return { database: proxy.env[binding], dispose };
  } catch (error) {
    clear();
    throw error;
  }
}

const logIn = 'Log in (npx wrangler login) or set CLOUDFLARE_API_TOKEN, and see who you are: npx wrangler whoami';
const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';

/** Wrangler comes with the tools of development; a server that was installed without them has none. */
const wrangler = () =>
  import('wrangler').catch(() => {
    throw new Refused('Wrangler is not installed here, and D1 is reached through it. Install all dependencies: npm ci');
  });
