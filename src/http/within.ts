/** What was waited for did not come in time. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

/**
 * The result of `work`, or a TimeIsUp after `timeoutMs`. The work itself goes on; what becomes of it after that is nobody's
 * business, so a late rejection is not an unhandled one.
 */
export function within<Result>(timeoutMs: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeIsUp(`Not ready within ${timeoutMs} ms.`)), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
