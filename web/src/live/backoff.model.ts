const FIRST_MS = 500;
const MOST_MS = 20_000;

/**
 * How long to wait before the next attempt: up to twice as long each time, and anything down to a third of it, so that a ward's
 * browsers do not all come back in the same moment after a restart. `random` is from 0 up to 1.
 */
export function backoffMs(attempt: number, random: number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(most * (1 / 3 + (2 / 3) * random));
}
