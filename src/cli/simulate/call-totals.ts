import { type JudgedCall, OUTCOMES, type Outcome } from './judge-reply.js';

/** What became of many calls. */
export interface CallTotals {
  readonly count: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Milliseconds, of those that were answered or given up. Absent: none was. */
  readonly latency?: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
  /** Answers that said that parts were left out, by those parts. */
  readonly leftOut: readonly { readonly parts: string; readonly count: number }[];
  /** What was wrong, the most frequent first. */
  readonly problems: readonly { readonly detail: string; readonly count: number }[];
}

/** More kinds of problems than that are not told apart. */
const KINDS_MAX = 50;

export interface CallCounter {
  add(call: JudgedCall): void;
  totals(): CallTotals;
}

export function createCallCounter(): CallCounter {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const durations: number[] = [];
  const leftOut = new Map<string, number>();
  const problems = new Map<string, number>();
  let count = 0;
  return {
    add(call) {
      count += 1;
      outcomes[call.outcome] += 1;
      if (call.outcome !== 'unreachable') durations.push(call.durationMs);
      if (call.leftOut !== undefined) bump(leftOut, call.leftOut);
      for (const detail of call.problems) bump(problems, detail);
    },
    totals() {
      const sorted = Float64Array.from(durations).sort();
      const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
      return {
        count,
        outcomes: { ...outcomes },
        ...(sorted.length === 0 ? {} : { latency: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) } }),
        leftOut: [...leftOut].map(([parts, times]) => ({ parts, count: times })).sort((a, b) => b.count - a.count),
        problems: [...problems].map(([detail, times]) => ({ detail, count: times })).sort((a, b) => b.count - a.count),
      };
    },
  };
}

/** Whether nothing was wrong. That parts were left out is said, and no fault: such an answer can be used. */
export function isFlawless({ count, outcomes }: CallTotals): boolean {
  return outcomes.ok === count;
}

function bump(counts: Map<string, number>, key: string): void {
  const known = counts.has(key) || counts.size < KINDS_MAX ? key : 'Others.';
  counts.set(known, (counts.get(known) ?? 0) + 1);
}
