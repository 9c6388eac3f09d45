import { describeError } from '../errors.js';
import type { Executor } from './database.js';
import type { StoreLog } from './store-log.js';

/** Keeps when keys were last used: noted in memory and written together now and then, so that no request waits for it. */
export interface ApiKeyUses {
  /** Costs nothing and never throws. */
  note(key: { readonly workspaceId: number; readonly id: string }): void;
  /** Writes what was noted. Never rejects: what cannot be written is kept for the next time. */
  flush(): Promise<void>;
  /** Flushes, and then writes no more. */
  stop(): Promise<void>;
}

export interface ApiKeyUsesOptions {
  readonly db: Executor;
  readonly log: StoreLog;
  readonly now: () => Date;
  /** Milliseconds between writes (10 s). */
  readonly everyMs?: number;
}

interface Use {
  readonly workspaceId: number;
  readonly id: string;
  readonly at: number;
}

/** While the database is away, so many keys are remembered; of the rest it is not known. */
const KEYS_MAX = 10_000;

const WRITE = `
  UPDATE api_keys k SET last_used_at = greatest(k.last_used_at, u.at)
  FROM (SELECT unnest(?::integer[]) AS workspace_id, unnest(?::uuid[]) AS id, unnest(?::timestamptz[]) AS at) u
  WHERE k.workspace_id = u.workspace_id AND k.id = u.id`;

/** Writes by itself until it is stopped; its timer does not keep the process. */
export function createApiKeyUses({ db, log, now, everyMs = 10_000 }: ApiKeyUsesOptions): ApiKeyUses {
  let uses = new Map<string, Use>();
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (uses.size === 0) return;
    const batch = uses;
    uses = new Map();
    // In one order everywhere: two processes that write the same rows wait for one another, and never both ways.
    const rows = [...batch.values()].sort((a, b) => a.workspaceId - b.workspaceId || (a.id < b.id ? -1 : 1));
    try {
      await db.raw(WRITE, [
        rows.map(({ workspaceId }) => workspaceId),
        rows.map(({ id }) => id),
        rows.map(({ at }) => new Date(at).toISOString()),
      ]);
    } catch (error) {
      log.warn({ keys: rows.length, error: describeError(error) }, 'the last uses of keys cannot be written yet');
      // What was noted meanwhile is newer.
      if (batch.size + uses.size <= KEYS_MAX) uses = new Map([...batch, ...uses]);
    }
  }

  const flush: ApiKeyUses['flush'] = () => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(flush, everyMs).unref();

  return {
    note({ workspaceId, id }) {
      const key = `${workspaceId}/${id}`;
      if (uses.size >= KEYS_MAX && !uses.has(key)) return;
      uses.set(key, { workspaceId, id, at: now().getTime() });
    },
    flush,
    stop() {
      clearInterval(timer);
      return flush();
    },
  };
}
