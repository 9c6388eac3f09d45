import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeError } from './errors.js';

/** Parts of the process that are stopped together. */
export interface StopStep {
  /** Of the whole stop, from its beginning: nothing of this step is waited for any longer. */
  readonly untilMs: number;
  /** Of this step alone, however early it begins. */
  readonly atMostMs?: number;
  /** Each is given how long it may take, in ms; and named, for the log. */
  readonly parts: Readonly<Record<string, (graceMs: number) => Promise<unknown>>>;
}

/**
 * Stops one group of parts after the other, by one clock: a part that hangs costs the next ones nothing of their time. What did not
 * end, or failed, is in the log; the other parts are stopped all the same.
 *
 * @returns what the first part that failed rejected with
 */
export async function stopInSteps(steps: readonly StopStep[], log: Pick<Logger, 'warn'>): Promise<unknown> {
  const startMs = performance.now();
  let failure: unknown;
  for (const { untilMs, atMostMs = untilMs, parts } of steps) {
    const graceMs = Math.max(0, Math.min(atMostMs, startMs + untilMs - performance.now()));
    const over = new AbortController();
    const late = sleep(graceMs, 'late' as const, { signal: over.signal }).catch(() => 'late' as const);
    const stopPart = async ([name, stop]: readonly [string, (graceMs: number) => Promise<unknown>]): Promise<void> => {
      const stopped = stop(graceMs).then(
        () => 'stopped' as const,
        (error: unknown) => {
          failure ??= error;
          log.warn({ part: name, error: describeError(error) }, 'a part of the server could not be stopped');
          return 'failed' as const;
        },
      );
      if ((await Promise.race([stopped, late])) === 'late') {
        log.warn({ part: name }, 'a part of the server did not stop in time');
      }
    };
    await Promise.all(Object.entries(parts).map(stopPart));
    over.abort();
  }
  return failure;
}
