import type { Executor } from '../../store/database.js';
import type { StoreLog } from '../../store/store-log.js';
import { addUsage, readUsage, type UsageKind } from '../../store/usage-counts.js';

/**
 * Counts what workspaces use, and says when a month's limit is reached. Counts are kept in memory and written now and then, so that
 * a live call waits for nothing; several processes know each other's counts a few seconds late.
 */
export interface UsageMeter {
  /**
   * Counts one use, unless the month's limit is reached. Waits for nothing but the first look at a month.
   *
   * @param limit absent: there is none
   * @returns whether it was within the limit
   */
  use(workspaceId: number, kind: UsageKind, limit: number | undefined): Promise<boolean>;
  /** Writes what was counted. Never rejects. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const FLUSH_MS = 5_000;

interface Count {
  /** In the database, as it was last read; undefined: nobody asked. */
  stored: number | undefined;
  /** Not written yet. */
  fresh: number;
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
  let flushing: Promise<void> | undefined;

  const keyOf = (workspaceId: number, month: string, kind: UsageKind): string => `${workspaceId} ${month} ${kind}`;

  /** What other processes counted before. A database that does not answer must not refuse a call. */
  async function look(workspaceId: number, month: string, kind: UsageKind): Promise<number> {
    try {
      const months = await readUsage(db, workspaceId, { monthsMax: 1 });
      return months.find((one) => one.month === month)?.[kind] ?? 0;
    } catch {
      return 0;
    }
  }

  async function write(): Promise<void> {
    const written = [...counts].filter(([, { fresh }]) => fresh > 0);
    const uses = written.map(([key, { fresh }]) => {
      const [workspaceId, month, kind] = key.split(' ') as [string, string, UsageKind];
      return { workspaceId: Number(workspaceId), month: `${month}-01`, kind, count: fresh };
    });
    const amounts = new Map(written.map(([key, { fresh }]) => [key, fresh]));
    try {
      await addUsage(db, uses);
      for (const [key, amount] of amounts) {
        const count = counts.get(key);
        if (count === undefined) continue;
        count.fresh -= amount;
      }
      // What others counted is looked at again when somebody asks; months that are over are forgotten.
      for (const [key, count] of counts) {
        count.stored = undefined;
        if (count.fresh === 0) counts.delete(key);
      }
    } catch (error) {
      log.warn({ error: (error as Error).message }, 'what workspaces used could not be written: it is tried again');
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

  async function flush(): Promise<void> {
    await flushing;
    flushing = write().finally(() => {
      flushing = undefined;
      if ([...counts.values()].some(({ fresh }) => fresh > 0)) flushLater();
    });
    await flushing;
  }

  return {
    async use(workspaceId, kind, limit) {
      const month = now().toISOString().slice(0, 7);
      const key = keyOf(workspaceId, month, kind);
      const countOf = (): Count => counts.get(key) ?? { stored: undefined, fresh: 0 };
      if (limit !== undefined && countOf().stored === undefined) {
        const stored = await look(workspaceId, month, kind);
        counts.set(key, { ...countOf(), stored });
      }
      const count = countOf();
      counts.set(key, count);
      if (limit !== undefined && (count.stored ?? 0) + count.fresh >= limit) return false;
      count.fresh += 1;
      flushLater();
      return true;
    },
    flush,
    async stop() {
      clearTimeout(timer);
      await flush();
      clearTimeout(timer);
    },
  };
}
