/** Counts events by key in windows of time, in bounded memory. */
export interface WindowCounts {
  /** Counts one more. */
  add(key: string): WindowCount;
  /** How it stands, without counting. */
  look(key: string): WindowCount;
}

export interface WindowCount {
  /** In this window, the one that was just added among them. */
  readonly count: number;
  /** Until the count begins anew. */
  readonly resetMs: number;
}

export interface WindowCountsOptions {
  readonly windowMs: number;
  /** So many keys are counted at a time; for another one the key whose window began first is forgotten. */
  readonly keysMax: number;
  /** Milliseconds of a clock that only moves forward. */
  readonly nowMs: () => number;
}

interface Window {
  readonly endMs: number;
  count: number;
}

/** A key's window begins with its first event. Without timers: what is over is forgotten when there is something new to remember. */
export function createWindowCounts({ windowMs, keysMax, nowMs }: WindowCountsOptions): WindowCounts {
  /** In the order in which they began, which is that in which they end. */
  const windows = new Map<string, Window>();

  function makeRoom(now: number): void {
    for (const [key, { endMs }] of windows) {
      if (endMs > now && windows.size < keysMax) return;
      windows.delete(key);
    }
  }

  return {
    add(key) {
      const now = nowMs();
      let window = windows.get(key);
      if (window === undefined || window.endMs <= now) {
        windows.delete(key);
        makeRoom(now);
        window = { endMs: now + windowMs, count: 0 };
        windows.set(key, window);
      }
      window.count += 1;
      return { count: window.count, resetMs: window.endMs - now };
    },
    look(key) {
      const now = nowMs();
      const window = windows.get(key);
      if (window === undefined || window.endMs <= now) return { count: 0, resetMs: windowMs };
      return { count: window.count, resetMs: window.endMs - now };
    },
  };
}
