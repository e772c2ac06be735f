/** The site as a process: `npm start` ends here. Settings come from the environment (design section 8). */
import { logTo } from './deps.ts';
import { Refused, serve } from './serve.ts';

const report = logTo((line) => process.stdout.write(`${line}\n`));

try {
  const { address, stop } = await serve(process.env);
  console.log(`Next Right Step is at ${address}`);
  const end = async () => {
    await stop();
    report({ event: 'stopped' });
    process.exit(0);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
} catch (error) {
  console.error(error instanceof Refused ? `Not started: ${error.message}` : error);
  process.exit(1);
}
