import { ModelFailed, type UnansweredEnd } from './language-model.js';

/** A prompt's time and its caller's own signal in one: aborted with the ModelFailed that says which of them it was. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Never less than 0. */
  leftMs(): number;
  /** Must be called when the work is done, however it ended. */
  end(): void;
}

/** Of setTimeout: more would be no time at all. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;

export function startTimeLimit(timeoutMs: number, outer: AbortSignal | undefined): TimeLimit {
  const controller = new AbortController();
  const endMs = performance.now() + timeoutMs;
  const abort = (end: UnansweredEnd, message: string) =>
    controller.abort(new ModelFailed(message, { isTemporary: true, end }));
  const onTime = () => abort('out-of-time', `The model gave no answer within ${timeoutMs} ms.`);
  const onAbort = () =>
    isTimeout(outer?.reason) ? onTime() : abort('given-up', 'The request to the model was given up.');
  const timer = setTimeout(onTime, Math.min(timeoutMs, TIMEOUT_MS_MAX));
  if (outer?.aborted === true) onAbort();
  else outer?.addEventListener('abort', onAbort);
  return {
    signal: controller.signal,
    leftMs: () => Math.max(0, endMs - performance.now()),
    end: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    },
  };
}

/** Of `AbortSignal.timeout`: the caller's own clock for the same time, which may ring first. */
function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}
