import type { ServerResponse } from 'node:http';
import { errorItem } from './error-item.js';
import { RequestError } from './request-error.js';

/** Counts a request of a key, and says in the answer's headers what is left. Rejects with a RequestError (429) past the limit. */
export type RateLimit = (res: ServerResponse, keyId: string) => Promise<void>;

/**
 * So many requests of each key in a second, in this process. `x-ratelimit-limit`, `x-ratelimit-remaining` and
 * `x-ratelimit-reset` (whole seconds until the count begins anew) are Telnyx's; `retry-after` is what the SDK waits for.
 */
export function createRateLimit(requestsPerSecond: number): RateLimit {
  // Loaded where there is a limit: most servers have none.
  const loading = import('rate-limiter-flexible').then(({ RateLimiterMemory, RateLimiterRes }) => ({
    limiter: new RateLimiterMemory({ points: requestsPerSecond, duration: 1 }),
    RateLimiterRes,
  }));
  return async (res, keyId) => {
    const { limiter, RateLimiterRes } = await loading;
    const { state, refused } = await limiter.consume(keyId).then(
      (state) => ({ state, refused: false }),
      (state: unknown) => {
        if (!(state instanceof RateLimiterRes)) throw state;
        return { state, refused: true };
      },
    );
    const resetSeconds = String(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
    res.setHeader('x-ratelimit-limit', String(requestsPerSecond));
    res.setHeader('x-ratelimit-remaining', String(state.remainingPoints));
    res.setHeader('x-ratelimit-reset', resetSeconds);
    if (refused) throw tooManyRequests(requestsPerSecond, resetSeconds);
  };
}

/** Worth sending again, whatever the method: nothing was done. */
function tooManyRequests(requestsPerSecond: number, resetSeconds: string): RequestError {
  const requests = requestsPerSecond === 1 ? '1 request' : `${requestsPerSecond} requests`;
  const detail = `An API key may send ${requests} a second here.`;
  return new RequestError(429, [errorItem('tooManyRequests', detail)], {
    'x-should-retry': 'true',
    'retry-after': resetSeconds,
  });
}
