/** The site as a process: `npm start` ends here. Settings come from the environment (design section 8). */
import { reportToOutput } from './deps.ts';
import { Refused } from './refused.ts';
import { serve } from './serve.ts';

// Whatever this process writes is for its own user only.
process.umask(0o077);
// A log that nobody reads any more must not end the server.
process.stdout.on('error', () => {});

try {
  const { address, stop } = await serve(process.env);
  const end = async () => {
    await stop();
    reportToOutput({ event: 'stopped' });
    process.exit(0);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // Whoever reads this line may stop the server at once.
  console.log(`Next Right Step is at ${address}`);
} catch (error) {
  console.error(error instanceof Refused ? `Not started: ${error.message}` : error);
  process.exit(1);
}
