/**
 * Look-ups on the hot path: raced against the time that is left of a budget, and never more than so many at once.
 *
 * A database that hangs would otherwise collect one waiting look-up for every call that begins. When all slots are busy a
 * look-up waits for one until its time is up; what is not ready by then is left out, and its late result is dropped. A
 * database that is gone is not asked again for a moment: thousands of vain connections a second help nobody.
 */
export interface BoundedLookups {
  /**
   * Settles within `remainingMs` whatever `lookUp` does, and never rejects.
   *
   * @param hasBegun of one that waits for a turn of its own: whether it has had it. (It has.)
   */
  run<Result>(
    lookUp: () => Promise<Result>,
    remainingMs: number,
    hasBegun?: () => boolean,
  ): Promise<LookUpOutcome<Result>>;
}

export type LookUpOutcome<Result> =
  | { readonly status: 'ready'; readonly result: Result }
  /** `started` tells a slow look-up from one that never got a slot. */
  | { readonly status: 'late'; readonly started: boolean }
  | { readonly status: 'failed'; readonly error: unknown };

export interface BoundedLookupsOptions {
  /**
   * Slots. Fewer than the pool has connections, so that look-ups that hang leave some to others; `Infinity` for look-ups that are bounded
   * by other means.
   */
  readonly concurrentMax: number;
  /** Whether an error means that the next look-ups would fail as well. */
  readonly isOutage: (error: unknown) => boolean;
  /** How long nothing is looked up after an outage showed. */
  readonly restMs: number;
}

type Failure = { readonly status: 'failed'; readonly error: unknown };

/** A look-up must settle at some time, late or not: until it does it keeps its slot. */
export function createBoundedLookups({ concurrentMax, isOutage, restMs }: BoundedLookupsOptions): BoundedLookups {
  let running = 0;
  let outage: { readonly failure: Failure; readonly untilMs: number } | undefined;
  // In the order of arrival; a Set, so that one whose time is up leaves at once.
  const waiting = new Set<() => void>();

  function currentOutage(): Failure | undefined {
    return outage !== undefined && performance.now() < outage.untilMs ? outage.failure : undefined;
  }

  function ended(outcome: LookUpOutcome<unknown>): void {
    running -= 1;
    if (outcome.status === 'failed' && isOutage(outcome.error)) {
      outage = { failure: outcome, untilMs: performance.now() + restMs };
    }
    const [next] = waiting;
    if (next === undefined) return;
    waiting.delete(next);
    next();
  }

  return {
    run<Result>(
      lookUp: () => Promise<Result>,
      remainingMs: number,
      hasBegun = () => true,
    ): Promise<LookUpOutcome<Result>> {
      if (remainingMs <= 0) return Promise.resolve({ status: 'late', started: false });
      const failure = currentOutage();
      if (failure !== undefined) return Promise.resolve(failure);
      return new Promise((resolve) => {
        let started = false;
        const deadline = setTimeout(() => {
          waiting.delete(start);
          resolve({ status: 'late', started: started && hasBegun() });
        }, remainingMs);

        function start(): void {
          started = true;
          running += 1;
          const failureMeanwhile = currentOutage();
          const outcome = failureMeanwhile === undefined ? settled(lookUp) : Promise.resolve(failureMeanwhile);
          outcome.then((settledOutcome) => {
            clearTimeout(deadline);
            resolve(settledOutcome);
            ended(settledOutcome);
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
