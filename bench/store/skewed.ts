import type { Random } from '../support/random.js';

/** So much more often than the last one is the first one drawn, about. */
const FIRST_TO_LAST = 100;

/** As fine as 32 random bits are. */
const STEPS = 2 ** 32;

/**
 * From 0 to `count`, which is not included, by Zipf's law as Mandelbrot has it: the one at place r is drawn 1 / (r + count / 100) as often,
 * so that the first tenth gets about half of all, and the most frequent one a hundred times as many as the least.
 * The curve has the same form whatever the count: in a larger store there are more callers, and not busier ones.
 */
export function skewed(count: number, random: Random): number {
  const shift = count / FIRST_TO_LAST;
  const part = random.below(STEPS) / STEPS;
  return Math.min(count - 1, Math.floor(shift * (FIRST_TO_LAST + 1) ** part - shift));
}
