/** Numbers that look random and are the same in every run. */
export interface Random {
  /** From 0 to `end`, which is not included. */
  below(end: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** mulberry32: 32 bits of state, good enough to vary values. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
  };
}
