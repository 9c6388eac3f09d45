import type { ServerResponse } from 'node:http';
import type { Request } from 'express';
import { clientAddress } from './client-address.js';
import { errorItem } from './error-item.js';
import { RequestError } from './request-error.js';
import { createWindowCounts, type WindowCount, type WindowCounts } from './window-counts.js';

/** How much is taken, in this process. Absent: as much as comes. */
export interface RateLimitSettings {
  /** Of each API key. */
  readonly requestsPerSecond?: number | undefined;
  /** Of each address, with and without a key. */
  readonly addressRequestsPerSecond?: number | undefined;
  /** Of each address: requests that are answered with 401. */
  readonly failedKeysPerMinute?: number | undefined;
}

/**
 * Counts requests. What platforms send is counted by nothing here as long as it is signed: it comes from few addresses, and each is a
 * call that waits.
 */
export interface RateLimits {
  /**
   * Counts a request of an address.
   *
   * @throws RequestError 429 past the limit
   */
  admitAddress(req: Request): void;
  /**
   * Counts a request of a key, and says in the answer's headers what is left.
   *
   * @throws RequestError 429 past the limit
   */
  admitKey(res: ServerResponse, keyId: string): void;
  /**
   * To be asked before a key is looked up.
   *
   * @param isKnown whether it was seen lately: such a key is never refused
   * @throws RequestError 429 where too many of this address were none
   */
  refuseUnknownKey(req: Request, isKnown: () => boolean): void;
  /** Counts a request that failed with 401; what it is answered with instead, where there were too many. */
  countFailure(req: Request): RequestError | undefined;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Of keys, or addresses, that are counted at a time: some megabytes. */
const KEYS_MAX = 50_000;

/** @param nowMs milliseconds of a clock that only moves forward */
export function createRateLimits(settings: RateLimitSettings, nowMs: () => number): RateLimits {
  const { requestsPerSecond, addressRequestsPerSecond, failedKeysPerMinute } = settings;
  const countsOf = (windowMs: number): WindowCounts => createWindowCounts({ windowMs, keysMax: KEYS_MAX, nowMs });
  const ofKeys = countsOf(SECOND_MS);
  const ofAddresses = countsOf(SECOND_MS);
  const failures = countsOf(MINUTE_MS);

  return {
    admitAddress(req) {
      if (addressRequestsPerSecond === undefined) return;
      const counted = ofAddresses.add(clientAddress(req));
      if (counted.count <= addressRequestsPerSecond) return;
      const detail = `An address may send ${requests(addressRequestsPerSecond)} a second here.`;
      throw tooMany(detail, addressRequestsPerSecond, counted);
    },
    admitKey(res, keyId) {
      if (requestsPerSecond === undefined) return;
      const counted = ofKeys.add(keyId);
      const headers = limitHeaders(requestsPerSecond, counted);
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
      if (counted.count <= requestsPerSecond) return;
      throw tooMany(`An API key may send ${requests(requestsPerSecond)} a second here.`, requestsPerSecond, counted);
    },
    refuseUnknownKey(req, isKnown) {
      if (failedKeysPerMinute === undefined) return;
      const counted = failures.look(clientAddress(req));
      if (counted.count >= failedKeysPerMinute && !isKnown()) throw tooManyFailures(failedKeysPerMinute, counted);
    },
    countFailure(req) {
      if (failedKeysPerMinute === undefined) return undefined;
      const counted = failures.add(clientAddress(req));
      return counted.count > failedKeysPerMinute ? tooManyFailures(failedKeysPerMinute, counted) : undefined;
    },
  };
}

function requests(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`;
}

/** Telnyx's: what may be sent, what is left of it, and whole seconds until it is counted anew. */
function limitHeaders(limit: number, { count, resetMs }: WindowCount): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - count)),
    'x-ratelimit-reset': secondsOf(resetMs),
  };
}

function secondsOf(ms: number): string {
  return String(Math.max(1, Math.ceil(ms / 1000)));
}

/** Worth sending again, whatever the method: nothing was done. `retry-after` is what the SDK waits for. */
function tooMany(detail: string, limit: number, counted: WindowCount): RequestError {
  return new RequestError(429, [errorItem('tooManyRequests', detail)], {
    ...limitHeaders(limit, counted),
    'x-should-retry': 'true',
    'retry-after': secondsOf(counted.resetMs),
  });
}

/** Not worth sending again as it is. */
function tooManyFailures(limit: number, counted: WindowCount): RequestError {
  const detail = 'This address sent too many requests without a valid key or signature.';
  const { headers, items } = tooMany(detail, limit, counted);
  return new RequestError(429, items, { ...headers, 'x-should-retry': 'false' });
}
