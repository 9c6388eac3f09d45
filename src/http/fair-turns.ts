import { unavailable } from './request-error.js';

/**
 * Turns for work that may take long: so many at once, and fewer of each owner. Who asks for too much waits for himself, and leaves the
 * connections of the pool to others.
 */
export interface FairTurns {
  /**
   * @param owner whose work it is
   * @param waitMs RequestError 503 when no turn came in time
   */
  take<Result>(owner: number, waitMs: number, work: () => Promise<Result>): Promise<Result>;
}

export interface FairTurnsOptions {
  readonly max: number;
  readonly ownerMax: number;
}

interface Waiting {
  readonly owner: number;
  begin(): void;
}

export function createFairTurns({ max, ownerMax }: FairTurnsOptions): FairTurns {
  const running = new Map<number, number>();
  // In the order of arrival; a Set, so that one whose time is up leaves at once.
  const waiting = new Set<Waiting>();
  let count = 0;

  const mayBegin = (owner: number): boolean => count < max && (running.get(owner) ?? 0) < ownerMax;

  function begin(owner: number): void {
    count += 1;
    running.set(owner, (running.get(owner) ?? 0) + 1);
  }

  function end(owner: number): void {
    count -= 1;
    const left = (running.get(owner) ?? 1) - 1;
    if (left === 0) running.delete(owner);
    else running.set(owner, left);
    for (const next of waiting) {
      if (count >= max) return;
      if (!mayBegin(next.owner)) continue;
      waiting.delete(next);
      next.begin();
    }
  }

  function turnOf(owner: number, waitMs: number): Promise<void> | undefined {
    if (mayBegin(owner)) {
      begin(owner);
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(entry);
        reject(unavailable('Too many queries that take long are under way.'));
      }, waitMs);
      const entry: Waiting = {
        owner,
        begin() {
          clearTimeout(timer);
          begin(owner);
          resolve();
        },
      };
      waiting.add(entry);
    });
  }

  return {
    async take(owner, waitMs, work) {
      const turn = turnOf(owner, waitMs);
      if (turn !== undefined) await turn;
      try {
        return await work();
      } finally {
        end(owner);
      }
    },
  };
}
