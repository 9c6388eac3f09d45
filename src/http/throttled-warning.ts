import type { Logger } from 'pino';

/** Writes a warning now, or not at all if the same one was written less than so long ago. */
export type ThrottledWarning = (kind: string, fields: () => object) => void;

/**
 * Warnings that may come with every request while something is down. Of each kind one is written per `everyMs`, with the number
 * of those that were not (`suppressed`): the line of each request says what it has to say anyway.
 *
 * @param fields are made only for what is written: describing an error costs more than answering a request
 */
export function throttledWarning(log: Logger, message: string, everyMs: number): ThrottledWarning {
  const kinds = new Map<string, { nextMs: number; suppressed: number }>();
  return (kind, fields) => {
    const now = performance.now();
    const state = kinds.get(kind) ?? { nextMs: 0, suppressed: 0 };
    kinds.set(kind, state);
    if (now < state.nextMs) {
      state.suppressed += 1;
      return;
    }
    log.warn({ ...fields(), ...(state.suppressed === 0 ? {} : { suppressed: state.suppressed }) }, message);
    state.nextMs = now + everyMs;
    state.suppressed = 0;
  };
}
