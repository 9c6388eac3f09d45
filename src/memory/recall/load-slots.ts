import { DatabaseTimeout } from '../../store/database-error.js';

export interface LoadSlotsOptions {
  /** So many run at once: fewer than the pool has connections. */
  readonly concurrentMax: number;
  /** So many wait at most, and so long. */
  readonly waitingMax: number;
  readonly waitMs: number;
}

/** Bounds what is asked of the database at once: one that hangs is sent a few statements, and not one for each caller. */
export interface LoadSlots {
  /** @throws DatabaseTimeout when it had no turn in time; what `load` throws */
  run<Result>(load: () => Promise<Result>): Promise<Result>;
}

export function createLoadSlots({ concurrentMax, waitingMax, waitMs }: LoadSlotsOptions): LoadSlots {
  let running = 0;
  // In the order of arrival; a Set, so that one whose time is up leaves at once.
  const waiting = new Set<() => void>();

  function turn(): Promise<void> {
    if (running < concurrentMax) {
      running += 1;
      return Promise.resolve();
    }
    if (waiting.size >= waitingMax) return Promise.reject(new DatabaseTimeout('Too many wait for the database.'));
    return new Promise((resolve, reject) => {
      const start = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.delete(start);
        reject(new DatabaseTimeout(`The database had no time for it within ${waitMs} ms.`));
      }, waitMs);
      timer.unref();
      waiting.add(start);
    });
  }

  return {
    async run(load) {
      await turn();
      try {
        return await load();
      } finally {
        const [next] = waiting;
        if (next === undefined) running -= 1;
        else {
          // It takes this one's place.
          waiting.delete(next);
          next();
        }
      }
    },
  };
}
