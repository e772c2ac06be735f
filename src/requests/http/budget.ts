import type { Clock } from '../ports.ts';

/** How much is saved in an hour from everybody together. It refuses no person: it sheds what looks like a program. */
export interface Budget {
  /** Counts one more. True for the one that spends the last of it. */
  count(): boolean;
  isSpent(): boolean;
}

const hourMs = 3_600_000;
/** Many times what a desk of people can answer. */
const perHour = 2000;

/** A budget in memory that starts anew every hour. */
export function hourlyBudget(clock: Clock, size = perHour): Budget {
  let hour = 0;
  let spent = 0;
  const now = () => {
    const current = Math.floor(clock.now().getTime() / hourMs);
    if (current !== hour) spent = 0;
    hour = current;
  };
  return {
    count() {
      now();
      spent += 1;
      return spent === size;
    },
    isSpent() {
      now();
      return spent >= size;
    },
  };
}
