/**
 * Look-ups on the hot path: raced against the time that is left of a budget, and never more than so many at once.
 *
 * A database that hangs would otherwise collect one waiting look-up for every call that begins. When all slots are busy a
 * look-up waits for one until its time is up; what is not ready by then is left out, and its late result is dropped.
 */
export interface BoundedLookups {
  /** Settles within `remainingMs` whatever `lookUp` does, and never rejects. */
  run<Result>(lookUp: () => Promise<Result>, remainingMs: number): Promise<LookUpOutcome<Result>>;
}

export type LookUpOutcome<Result> =
  | { readonly status: 'ready'; readonly result: Result }
  /** `started` tells a slow look-up from one that never got a slot. */
  | { readonly status: 'late'; readonly started: boolean }
  | { readonly status: 'failed'; readonly error: unknown };

/** Slots for `concurrentMax` look-ups: about as many as the pool has connections. */
export function createBoundedLookups(concurrentMax: number): BoundedLookups {
  let running = 0;
  // In the order of arrival; a Set, so that one whose time is up leaves at once.
  const waiting = new Set<() => void>();

  function startNext(): void {
    const [next] = waiting;
    if (next === undefined) return;
    waiting.delete(next);
    next();
  }

  return {
    run<Result>(lookUp: () => Promise<Result>, remainingMs: number): Promise<LookUpOutcome<Result>> {
      if (remainingMs <= 0) return Promise.resolve({ status: 'late', started: false });
      return new Promise((resolve) => {
        let started = false;
        const deadline = setTimeout(() => {
          waiting.delete(start);
          resolve({ status: 'late', started });
        }, remainingMs);

        function start(): void {
          started = true;
          running += 1;
          // The slot is free again only when the look-up itself is over, late or not.
          settled(lookUp).then((outcome) => {
            running -= 1;
            clearTimeout(deadline);
            resolve(outcome);
            if (running < concurrentMax) startNext();
          });
        }

        if (running < concurrentMax) start();
        else waiting.add(start);
      });
    },
  };
}

/** Also when `lookUp` throws before it returns a promise. */
async function settled<Result>(lookUp: () => Promise<Result>): Promise<LookUpOutcome<Result>> {
  try {
    return { status: 'ready', result: await lookUp() };
  } catch (error) {
    return { status: 'failed', error };
  }
}
