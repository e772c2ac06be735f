/** Lets posts with the same key pass one after the other, so that the second one finds what the first one saved. */
export interface InFlight {
  /** Resolves to a function that ends the turn, or to undefined when the wait was too long. */
  enter(key: string): Promise<(() => void) | undefined>;
}

/** Turns per key within this process. `patienceMs` is how long one post waits for another. */
export function inFlight(patienceMs = 2000): InFlight {
  const turns = new Map<string, Promise<void>>();
  return {
    async enter(key) {
      const before = turns.get(key);
      const { promise: over, resolve: end } = Promise.withResolvers<void>();
      const turn = Promise.all([before, over]).then(() => {});
      turns.set(key, turn);
      void turn.then(() => turns.get(key) === turn && turns.delete(key));
      if (before && !(await endsWithin(before, patienceMs))) {
        end();
        return undefined;
      }
      return end;
    },
  };
}

async function endsWithin(turn: Promise<void>, ms: number): Promise<boolean> {
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  const inTime = await Promise.race([turn.then(() => true), tooLate]);
  clearTimeout(timer);
  return inTime;
}
