import { execFileSync } from 'node:child_process';
import type { RunningServer } from './server.ts';

/** What the operator sees, from the real command line beside the running server. */
export const desk = ({ dataDir }: RunningServer, ...words: string[]) =>
  JSON.parse(
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/ops/ops.ts', ...words, '--json'], {
      env: { ...process.env, DATA_DIR: dataDir() },
      encoding: 'utf8',
    }),
  );
