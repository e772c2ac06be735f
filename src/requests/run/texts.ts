import { postWithin } from '../delivery/post.ts';
import type { Deps } from '../http/deps.ts';
import { reachOf } from '../reach.ts';
import { failureHash } from '../redact.ts';
import { keysFrom } from './keys.ts';
import type { Settings } from './settings.ts';
import { textRoundFor } from './text-rounds.ts';

/** From the end of one round to the start of the next. A text that somebody waits for at night must leave within two minutes. */
const pauseMs = 2_000;

/** Goes on with texts until the function that it resolves to is called. A round that fails is reported, and the next one comes. */
export async function keepTexting(settings: Settings, deps: Deps): Promise<() => Promise<void>> {
  const round = await textRoundFor(settings, await keysFrom(settings), deps, postWithin(reachOf[settings.NRS_MODE]));
  if (!round) return async () => {};
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const next = () => {
    current = round()
      .catch(async (error) => deps.report({ event: 'failure', failure: await failureHash(error) }))
      .then(() => {
        if (!isOver) timer = setTimeout(next, pauseMs).unref();
      });
  };
  next();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await current;
  };
}
