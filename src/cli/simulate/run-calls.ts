import { setTimeout as sleep } from 'node:timers/promises';

export interface CallSchedule {
  readonly count: number;
  /** Calls per second. Absent: the next one is sent when one has ended. */
  readonly rate?: number | undefined;
  /** How many are under way at most. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/**
 * Plays calls. With a rate each is sent at its time whatever became of those before (open loop), so that a webhook that is slow meets
 * more calls and not fewer; past `concurrency` they wait, which counts as their own time.
 *
 * @param play never rejects; `waitedMs` is how much later than planned it begins
 */
export async function runCalls(
  { count, rate, concurrency, signal }: CallSchedule,
  play: (index: number, waitedMs: number) => Promise<void>,
): Promise<void> {
  const startMs = performance.now();
  const underWay = new Set<Promise<void>>();
  for (let index = 0; index < count && !signal.aborted; index += 1) {
    const plannedMs = rate === undefined ? undefined : startMs + (index * 1000) / rate;
    if (plannedMs !== undefined) await until(plannedMs, signal);
    while (underWay.size >= concurrency) await Promise.race(underWay);
    if (signal.aborted) break;
    const waitedMs = plannedMs === undefined ? 0 : Math.max(0, performance.now() - plannedMs);
    const call = play(index, waitedMs).finally(() => underWay.delete(call));
    underWay.add(call);
  }
  await Promise.all(underWay);
}

async function until(atMs: number, signal: AbortSignal): Promise<void> {
  const remainingMs = atMs - performance.now();
  // A timer has no fraction of a millisecond: what is due within one is sent now.
  if (remainingMs >= 1) await sleep(remainingMs, undefined, { signal }).catch(() => {});
}
