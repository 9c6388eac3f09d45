import type { StoreLog } from '../../src/store/store-log.js';

/** For tests of something else than what is logged. */
export const silentLog: StoreLog = { info() {}, warn() {}, error() {} };

/** Keeps every message, for tests of what is logged. */
export function recordingLog(): StoreLog & { readonly lines: string[] } {
  const lines: string[] = [];
  const record = (_fields: object, message: string): void => void lines.push(message);
  return { lines, info: record, warn: record, error: record };
}
