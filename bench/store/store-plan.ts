/** What a store holds: all there is in it follows from this, in every run and on every machine. */
export interface StorePlan {
  readonly seed: number;
  readonly conversations: number;
  /** Not each of them has called. */
  readonly callers: number;
  /** One caller in so many is remembered: each of their conversations has its turns, and what was learned of them. */
  readonly rememberedEvery: number;
}

const CONVERSATIONS_PER_CALLER = 10;
const REMEMBERED_MIN = 1_000;
const REMEMBERED_EVERY_MAX = 100;

/** Of the first conversation; the others follow over 700 days. */
export const STORE_BEGINS_MS = Date.parse('2024-01-01T00:00:00.000Z');
export const STORE_LASTS_MS = 700 * 86_400_000;

/**
 * A store of so many conversations, of a tenth as many callers. Of a million conversations and more, one in a hundred has its messages;
 * of fewer, as many that a thousand callers are remembered, or all.
 *
 * @param seed a whole number
 */
export function planStore(conversations: number, seed: number): StorePlan {
  const callers = Math.max(1, Math.floor(conversations / CONVERSATIONS_PER_CALLER));
  const rememberedEvery = Math.min(REMEMBERED_EVERY_MAX, Math.max(1, Math.floor(callers / REMEMBERED_MIN)));
  return { seed, conversations, callers, rememberedEvery };
}
