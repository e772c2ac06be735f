/**
 * Plants faults into a process that starts with `--import` of this file: the code itself is changed while it is read, so that the
 * product needs no switch for it. FAULTS names them. A place that is not found any more stops the process: a fault must be there.
 */
import { registerHooks } from 'node:module';

interface Edit {
  file: string;
  from: string;
  to: string;
}

/** What can be broken, or left out to see what it costs. */
export const faults = {
  /** Says yes some time before the commit. */
  'early-yes': [
    { file: 'group-commit.ts', from: 'gather(0)', to: 'setTimeout(flush, 50)' },
    {
      file: 'group-commit.ts',
      from: 'waiting.push({ work, settle });',
      to: 'waiting.push({ work, settle }); resolve([]);',
    },
  ],
  /** Remembers no key of a client. */
  'no-memory': [{ file: 'sql-intake.ts', from: '...(binding ? [bind(', to: '...(false ? [bind(' }],
  /** Leaves out the record of consent where a reference begins with a certain letter: now and then, a request is half-written. */
  'half-written': [
    {
      file: 'sql-intake.ts',
      from: '...addEvidence(sql, evidence)',
      to: '...(/^[ACDEF]/.test(request.reference) ? [] : addEvidence(sql, evidence))',
    },
  ],
  /** Lets SQLite answer before the disk has it. */
  'no-sync': [{ file: 'sqlite.ts', from: 'PRAGMA synchronous=FULL', to: 'PRAGMA synchronous=OFF' }],
  /** The same, and the check at the start does not mind. */
  'no-sync-unseen': [
    { file: 'sqlite.ts', from: 'PRAGMA synchronous=FULL', to: 'PRAGMA synchronous=OFF' },
    { file: 'sqlite.ts', from: 'synchronous: 2', to: 'synchronous: 0' },
  ],
  /** Every batch pays for its own commit. */
  'own-commits': [{ file: 'group-commit.ts', from: 'gather(0)', to: 'queueMicrotask(flush)' }],
  /** Bodies lie open. */
  'no-seal': [
    {
      file: 'run/deps.ts',
      from: 'sealer: sealerWith(keys)',
      to: "sealer: { seal: async (body) => ({ keyId: 'none', body, wrappedKey: 'none' }) }",
    },
  ],
  /** No record of consent. */
  'no-evidence': [{ file: 'accept.ts', from: 'Promise.all(agreedBy(request).map(consent))', to: '[]' }],
  /** Talks to the log about who asks, beside the list of what may be in it. */
  talkative: [
    {
      file: 'http/handle.ts',
      from: 'const started = performance.now();',
      to: 'const started = performance.now(); console.log(request.url, ...request.headers);',
    },
  ],
  /** Nobody is counted. */
  'no-limits': [{ file: 'run/deps.ts', from: "manifest.mode === 'demo' ? noLimiter", to: 'true ? noLimiter' }],
} as const satisfies Record<string, readonly Edit[]>;

export type Fault = keyof typeof faults;

const wanted = (process.env['FAULTS'] ?? '').split(',').filter((name): name is Fault => name in faults);
const edits: readonly Edit[] = wanted.flatMap((name): readonly Edit[] => faults[name]);
if (edits.length > 0) {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const mine = edits.filter(
        ({ file }) => url.endsWith(`src/requests/${file}`) || url.endsWith(`src/requests/stores/${file}`),
      );
      if (mine.length === 0) return loaded;
      const source = mine.reduce((text, { from, to }) => {
        if (!text.includes(from)) throw new Error(`Nothing to break: "${from}" is not in ${url}`);
        return text.replace(from, () => to);
      }, String(loaded.source));
      return { ...loaded, source };
    },
  });
}
