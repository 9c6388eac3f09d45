/** What an import did so far. */
export interface LoadCounts {
  /** Lines that were read and found good. */
  readonly lines: number;
  readonly conversationsAdded: number;
  /** There already, with other values than the line has, and changed to them. */
  readonly conversationsUpdated: number;
  /** There already, and left as they are. */
  readonly conversationsKept: number;
  readonly messagesAdded: number;
  /** There already. */
  readonly messagesKept: number;
  readonly insightsAdded: number;
  readonly insightsKept: number;
  /** Messages and insights of assistants that retain no data: not stored. */
  readonly withheld: number;
  /** Lines of conversations that were erased with their callers: not stored. */
  readonly erased: number;
  /** Lines that could not be stored, and were skipped. */
  readonly skipped: number;
}

export const NO_COUNTS: LoadCounts = {
  lines: 0,
  conversationsAdded: 0,
  conversationsUpdated: 0,
  conversationsKept: 0,
  messagesAdded: 0,
  messagesKept: 0,
  insightsAdded: 0,
  insightsKept: 0,
  withheld: 0,
  erased: 0,
  skipped: 0,
};

export function sumOfCounts(left: LoadCounts, right: LoadCounts): LoadCounts {
  const sums = Object.keys(NO_COUNTS).map((name) => [
    name,
    left[name as keyof LoadCounts] + right[name as keyof LoadCounts],
  ]);
  return Object.fromEntries(sums) as unknown as LoadCounts;
}
