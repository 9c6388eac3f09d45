/** Holds what the reader and the builder promise of every query; a broken promise is a fault of ours, not of the query's writer. */
export function invariant(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`Not a query that check can be given: ${promise}.`);
}
