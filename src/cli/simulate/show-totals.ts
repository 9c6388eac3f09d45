import { printable } from '../printable.js';
import type { CallTotals } from './call-totals.js';
import { OUTCOMES } from './judge-reply.js';

export interface ShownRun {
  readonly budgetMs: number;
  readonly timeoutMs: number;
  readonly elapsedMs: number;
}

const SHOWN_PROBLEMS_MAX = 10;

/** What became of many calls, as lines for a terminal. */
export function showTotals(totals: CallTotals, { budgetMs, timeoutMs, elapsedMs }: ShownRun): string {
  const { count, outcomes, latency, leftOut, problems } = totals;
  const perSecond = elapsedMs === 0 ? 0 : (count * 1000) / elapsedMs;
  const meanings: Readonly<Record<string, string>> = {
    late: `  (after ${budgetMs} ms)`,
    timeout: `  (no answer within ${timeoutMs} ms)`,
  };
  const lines = [
    `${count} calls in ${(elapsedMs / 1000).toFixed(1)} s, ${perSecond.toFixed(1)} per second`,
    ...OUTCOMES.filter((outcome) => outcome === 'ok' || outcomes[outcome] > 0).map(
      (outcome) => `  ${outcome.padEnd(13)}${String(outcomes[outcome]).padStart(8)}${meanings[outcome] ?? ''}`,
    ),
  ];
  if (latency !== undefined) {
    const { p50, p95, p99, max } = latency;
    const figures = Object.entries({ p50, p95, p99, max }).map(([name, value]) => `${name} ${showMs(value)}`);
    lines.push(`latency  ${figures.join('  ')}  (budget ${budgetMs} ms)`);
  }
  for (const { parts, count: times } of leftOut) lines.push(`left out  ${parts}: ${times}`);
  if (problems.length > 0) {
    lines.push('wrong');
    for (const { detail, count: times } of problems.slice(0, SHOWN_PROBLEMS_MAX)) lines.push(`  ${times} × ${detail}`);
    if (problems.length > SHOWN_PROBLEMS_MAX) lines.push(`  and ${problems.length - SHOWN_PROBLEMS_MAX} other kinds`);
  }
  return printable(lines.join('\n'));
}

export function showMs(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}
