/** To be awaited before each small piece of work: settles when it is that piece's turn, and there is time for it. */
export type Pause = () => Promise<void>;

/** Of each turn of the event loop: so long at least, and at most. */
const SLICE_MIN_MS = 5;
const SLICE_MAX_MS = 10;
/** Of the time that others took since the last slice. */
const SHARE = 0.5;

/**
 * Divides the thread between what somebody waits for and what is prepared for later. All that is prepared together has one slice of each
 * turn of the event loop: were it one for each caller, fifty callers who begin to be prepared would keep a call that begins waiting for
 * fifty slices.
 */
export function createWorkSlices(): Pause {
  const waiting: (() => void)[] = [];
  let endMs = 0;
  let isDue = false;

  function begin(): void {
    const startMs = performance.now();
    endMs = startMs + Math.min(SLICE_MAX_MS, Math.max(SLICE_MIN_MS, (startMs - endMs) * SHARE));
    goOn();
  }

  /** One piece after the other, and each only while there is time. */
  function goOn(): void {
    isDue = waiting.length > 0;
    if (!isDue) return;
    if (performance.now() >= endMs) {
      setImmediate(begin);
      return;
    }
    waiting.shift()?.();
    // Behind the piece that has its turn now.
    queueMicrotask(goOn);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isDue) return;
      isDue = true;
      queueMicrotask(goOn);
    });
}
