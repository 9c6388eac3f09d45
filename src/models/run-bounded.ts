import { runInNewContext } from 'node:vm';

/** The work was stopped because it took too long. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/**
 * Runs synchronous work that may never end, and stops it after `timeoutMs`: V8 interrupts whatever runs below a script with a time limit,
 * a regular expression that backtracks included. The event loop waits that long, so the limit is to be short. It is a limit on time and no
 * sandbox: the work is our own code.
 *
 * @throws TookTooLong, or what the work throws
 */
export function runBounded<Result>(timeoutMs: number, work: () => Result): Result {
  try {
    return runInNewContext('work()', { work }, { timeout: timeoutMs }) as Result;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TookTooLong(`Stopped after ${timeoutMs} ms.`);
  }
}
