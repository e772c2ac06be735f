/** The operator's command line: `npm run ops -- <command>`. Exit codes: 0 done, 1 not possible, 2 not understood. */
import { Refused } from '#requests/run/refused.ts';
import { openStoreForDesk } from './desk.ts';
import { parseCommand } from './parse.ts';
import { run } from './run.ts';

const parsed = parseCommand(process.argv.slice(2));
if (!parsed.ok) {
  console.error(parsed.message);
  process.exit(parsed.exitCode);
}
const { text, exitCode, isAnswer } = await run(parsed.command, {
  store: async (choice) => {
    try {
      return await openStoreForDesk(process.env, choice);
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
  },
  // Read only when asked for: most commands need no content and should not wait for its schemas.
  content: async () => (await import('./library.ts')).openContent(process.env),
  desk: async (desk) => (await import('./page/serve.ts')).openDesk(desk),
  init: async (answers, asJson) => {
    const { init } = await import('./init/init.ts');
    const { talkOnTerminal } = await import('./init/terminal.ts');
    return init(process.env, answers === undefined ? talkOnTerminal() : { answers }, asJson);
  },
  backup: async (way, file, asJson) => {
    const { backUp, restore } = await import('./backup.ts');
    return (way === 'backup' ? backUp : restore)(process.env, file, asJson);
  },
  doctor: async (choice, asJson) => (await import('./doctor/doctor.ts')).doctor(process.env, choice, asJson),
});
(isAnswer ? console.log : console.error)(text);
process.exit(exitCode);
