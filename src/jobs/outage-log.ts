import { describeError } from '../errors.js';
import type { StoreLog } from '../store/store-log.js';

/** Tells of something that is done again and again: that it fails, once a minute at most, and that it works again. */
export interface OutageLog {
  failed(error: unknown): void;
  worked(): void;
}

const SAY_EVERY_MS = 60_000;

/** @param what is done, as a noun: `taking jobs` */
export function createOutageLog(log: StoreLog, what: string, nowMs: () => number = () => performance.now()): OutageLog {
  let failures = 0;
  let saidAtMs = Number.NEGATIVE_INFINITY;
  return {
    failed(error) {
      failures += 1;
      if (nowMs() - saidAtMs < SAY_EVERY_MS) return;
      saidAtMs = nowMs();
      log.warn({ error: describeError(error), failures }, `${what} failed; trying again`);
    },
    worked() {
      if (failures === 0) return;
      log.info({ failures }, `${what} works again`);
      failures = 0;
      saidAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
