import { type Outcome, type Sending, sendOnce, type Transport } from './transport.js';

const FIRST_WAIT_MS = 100;
const WAIT_MAX_MS = 2_000;
/** A server that hangs must not take all the time there is. */
const TRIES_IN_TIME = 3;
const TRY_MIN_MS = 500;

/** Nothing that is asked twice is worth asking of something that is not Ringback. */
const HOPELESS: ReadonlySet<string> = new Set(['unreadable']);

/**
 * Sends a request that may be sent twice (a GET, or one with an `Idempotency-Key`) until there is an answer, with longer and longer
 * waits, for `timeoutMs` in all. Never rejects.
 */
export async function sendAgain(transport: Transport, sending: Sending): Promise<Outcome> {
  const endMs = performance.now() + sending.timeoutMs;
  const tryMs = Math.max(TRY_MIN_MS, sending.timeoutMs / TRIES_IN_TIME);
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, WAIT_MAX_MS)) {
    const leftMs = Math.max(1, endMs - performance.now());
    const outcome = await sendOnce(transport, { ...sending, timeoutMs: Math.min(leftMs, tryMs) });
    if (outcome.kind !== 'missing' || HOPELESS.has(outcome.reason)) return outcome;
    // Clients that failed together are not to come back together.
    const pauseMs = Math.max(outcome.retryAfterMs, waitMs * (0.5 + Math.random() / 2));
    if (performance.now() + pauseMs >= endMs) return outcome;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
