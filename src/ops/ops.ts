/** The operator's command line: `npm run ops -- <command>`. Exit codes: 0 done, 1 not possible, 2 not understood. */
import { openStoreForDesk } from './desk.ts';
import { parseCommand } from './parse.ts';
import { run } from './run.ts';

const parsed = parseCommand(process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.message);
  process.exit(parsed.exitCode);
}
const { text, exitCode } = await run(parsed.command, () => openStoreForDesk(process.env));
(exitCode === 0 ? console.log : console.error)(text);
process.exit(exitCode);
