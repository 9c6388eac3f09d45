import { describeError } from '../../errors.js';
import type { Executor } from '../../store/database.js';
import type { StoreLog } from '../../store/store-log.js';
import { addUsage, readUsage, type UsageKind } from '../../store/usage-counts.js';

/**
 * Counts what workspaces use, and says when a month's limit is reached. Counts are kept in memory and written now and then, so that
 * a live call waits for nothing; several processes know each other's counts a few seconds late.
 */
export interface UsageMeter {
  /**
   * Counts one use, unless the month's limit is reached. Waits for nothing but the first look at a month, and for that a moment.
   *
   * @param limit absent: there is none
   * @returns whether it was within the limit
   */
  use(workspaceId: number, kind: UsageKind, limit: number | undefined): Promise<boolean>;
  /** Sees to it that `use` need not wait for the database: for who asks in a transaction. Waits as long as that would. */
  prepare(workspaceId: number, kind: UsageKind, limit: number | undefined): Promise<void>;
  /** Writes what was counted. Never rejects. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const FLUSH_MS = 5_000;

/** A call waits no longer for the first look at a month: a database that hangs must not hold it up. */
const FIRST_LOOK_MS = 50;

interface Count {
  readonly workspaceId: number;
  readonly month: string;
  readonly kind: UsageKind;
  /** In the database, as far as it is known; undefined: nobody has seen it yet. */
  stored: number | undefined;
  /** Others may have written since. */
  isStale: boolean;
  /** Not written yet. */
  fresh: number;
  look: { readonly done: Promise<void>; readonly startMs: number } | undefined;
}

export function createUsageMeter({
  db,
  log,
  now,
}: {
  readonly db: Executor;
  readonly log: StoreLog;
  readonly now: () => Date;
}): UsageMeter {
  const counts = new Map<string, Count>();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();
  /** Begun and ended writes: what was read while one was under way has, or has not, what is written. */
  let writeSteps = 0;

  const thisMonth = (): string => now().toISOString().slice(0, 7);

  function countOf(workspaceId: number, kind: UsageKind): Count {
    const month = thisMonth();
    const key = `${workspaceId} ${month} ${kind}`;
    let count = counts.get(key);
    if (count === undefined) {
      count = { workspaceId, month, kind, stored: undefined, isStale: true, fresh: 0, look: undefined };
      counts.set(key, count);
    }
    return count;
  }

  /** What other processes counted. A database that does not answer must not refuse a call. */
  async function look(count: Count): Promise<void> {
    const before = writeSteps;
    try {
      const months = await readUsage(db, count.workspaceId, { monthsMax: 1 });
      if (writeSteps !== before && count.stored !== undefined) return;
      count.stored = months.find(({ month }) => month === count.month)?.[count.kind] ?? 0;
      count.isStale = false;
    } catch {
      // The next one who asks looks again.
    } finally {
      count.look = undefined;
    }
  }

  /** Looks, if nobody does, and waits where nothing is known yet: once, for whoever asks meanwhile. */
  async function lookInTime(count: Count): Promise<void> {
    count.look ??= { startMs: performance.now(), done: look(count) };
    if (count.stored !== undefined) return;
    const { done, startMs } = count.look;
    const leftMs = startMs + FIRST_LOOK_MS - performance.now();
    if (leftMs <= 0) return;
    let late: NodeJS.Timeout | undefined;
    await Promise.race([
      done,
      new Promise((resolve) => {
        late = setTimeout(resolve, leftMs);
      }),
    ]);
    clearTimeout(late);
  }

  async function write(): Promise<void> {
    const written = [...counts.values()]
      .filter(({ fresh }) => fresh > 0)
      .map((count) => ({ count, uses: count.fresh }));
    writeSteps += 1;
    try {
      await addUsage(
        db,
        written.map(({ count: { workspaceId, month, kind }, uses }) => ({
          ...{ workspaceId, month: `${month}-01`, kind, count: uses },
        })),
      );
      for (const { count, uses } of written) {
        count.fresh -= uses;
        if (count.stored !== undefined) count.stored += uses;
      }
      const month = thisMonth();
      for (const [key, count] of counts) {
        count.isStale = true;
        if (count.fresh === 0 && count.month !== month) counts.delete(key);
      }
    } catch (error) {
      log.warn({ error: describeError(error) }, 'what workspaces used could not be written: it is tried again');
    } finally {
      writeSteps += 1;
    }
  }

  function flushLater(): void {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, FLUSH_MS);
    timer.unref();
  }

  /** One write after the other: two at once would write the same uses. */
  function flush(): Promise<void> {
    flushing = flushing.then(write).then(() => {
      if ([...counts.values()].some(({ fresh }) => fresh > 0)) flushLater();
    });
    return flushing;
  }

  return {
    async use(workspaceId, kind, limit) {
      const count = countOf(workspaceId, kind);
      if (limit !== undefined && count.isStale) await lookInTime(count);
      if (limit !== undefined && (count.stored ?? 0) + count.fresh >= limit) return false;
      count.fresh += 1;
      flushLater();
      return true;
    },
    async prepare(workspaceId, kind, limit) {
      const count = countOf(workspaceId, kind);
      if (limit !== undefined && count.isStale) await lookInTime(count);
    },
    flush,
    async stop() {
      clearTimeout(timer);
      await flush();
      clearTimeout(timer);
    },
  };
}
