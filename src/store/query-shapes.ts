import { describeError } from '../errors.js';
import type { Database } from './database.js';
import type { StoreLog } from './store-log.js';

/** How a query asked for a field. `indexable`: an index of the metadata key's own would have served it, and there was none. */
export type FieldUse = 'own index' | 'indexable' | 'other';

/** What a query asked for. */
export interface NotedField {
  /** `metadata->campaign`, `name`; for `own index` and `indexable` the metadata key itself. */
  readonly field: string;
  readonly use: FieldUse;
}

/** Counts what is asked for, field by field: noted in memory, and written together now and then. No request waits for it. */
export interface QueryShapes {
  /** @param ms that the whole query took; each of its fields gets them */
  note(workspaceId: number, fields: readonly NotedField[], ms: number): void;
  /** Writes what was noted. Never rejects: what cannot be written is kept for the next time. */
  flush(): Promise<void>;
  /** Flushes, and then writes no more. */
  stop(): Promise<void>;
}

export interface QueryShapesOptions {
  readonly database: Pick<Database, 'run'>;
  readonly log: StoreLog;
  readonly now: () => Date;
  /** Milliseconds between writes (30 s). */
  readonly everyMs?: number;
}

interface Count extends NotedField {
  readonly workspaceId: number;
  count: number;
  totalMs: number;
}

/** So many are counted until they are written: who asks for ever other keys cannot fill the memory. */
const NOTED_MAX = 2_000;
/** And so many are kept of each workspace: of the others, those that were not asked for the longest are forgotten. */
const KEPT_MAX = 200;
const FIELD_CHARACTERS_MAX = 256;
const WRITE_MS = 5_000;

const WRITE = `
  INSERT INTO query_shapes AS known (workspace_id, field, use, count, total_ms, last_at)
  SELECT noted.workspace_id, noted.field, noted.use, noted.count, noted.total_ms, $6
  FROM unnest($1::integer[], $2::text[], $3::text[], $4::bigint[], $5::float8[]) AS noted (workspace_id, field, use, count, total_ms)
  JOIN workspaces w ON w.id = noted.workspace_id
  ON CONFLICT (workspace_id, field, use) DO UPDATE SET
    count = known.count + excluded.count, total_ms = known.total_ms + excluded.total_ms, last_at = excluded.last_at`;

const FORGET = `
  DELETE FROM query_shapes WHERE (workspace_id, field, use) IN (
    SELECT workspace_id, field, use FROM (
      SELECT workspace_id, field, use, row_number() OVER (PARTITION BY workspace_id ORDER BY last_at DESC, count DESC) AS place
      FROM query_shapes WHERE workspace_id = ANY($1::integer[])
    ) ranked WHERE place > ${KEPT_MAX}
  )`;

/** Writes by itself until it is stopped; its timer does not keep the process. */
export function createQueryShapes({ database, log, now, everyMs = 30_000 }: QueryShapesOptions): QueryShapes {
  let noted = new Map<string, Count>();
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (noted.size === 0) return;
    const batch = noted;
    noted = new Map();
    // In one order everywhere: two processes that write the same rows wait for one another, and never both ways.
    const rows = [...batch].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    try {
      const columns = [
        rows.map(({ workspaceId }) => workspaceId),
        rows.map(({ field }) => field),
        rows.map(({ use }) => use),
        rows.map(({ count }) => count),
        rows.map(({ totalMs }) => totalMs),
      ];
      await database.run(WRITE, [...columns, now().toISOString()], { timeoutMs: WRITE_MS });
      const workspaces = [...new Set(rows.map(({ workspaceId }) => workspaceId))];
      await database.run(FORGET, [workspaces], { timeoutMs: WRITE_MS });
    } catch (error) {
      log.warn({ fields: rows.length, error: describeError(error) }, 'what queries ask for cannot be counted yet');
      for (const [key, row] of batch) {
        if (noted.size >= NOTED_MAX) break;
        const newer = noted.get(key);
        if (newer === undefined) noted.set(key, row);
        else {
          newer.count += row.count;
          newer.totalMs += row.totalMs;
        }
      }
    }
  }

  const flush: QueryShapes['flush'] = () => {
    writing = writing.then(write);
    return writing;
  };
  const timer = setInterval(flush, everyMs).unref();

  return {
    note(workspaceId, fields, ms) {
      for (const { field, use } of fields) {
        if (field.length > FIELD_CHARACTERS_MAX) continue;
        const key = `${workspaceId}/${use}/${field}`;
        const known = noted.get(key);
        if (known !== undefined) {
          known.count += 1;
          known.totalMs += ms;
        } else if (noted.size < NOTED_MAX) noted.set(key, { workspaceId, field, use, count: 1, totalMs: ms });
      }
    },
    flush,
    stop() {
      clearInterval(timer);
      return flush();
    },
  };
}

/** How often a metadata key was asked for without an index of its own that would have served. */
export interface AskedKey {
  readonly key: string;
  readonly count: number;
  readonly workspaces: number;
  readonly meanMs: number;
  /** ISO 8601. */
  readonly lastAt: string;
}

/** In all workspaces, those that took most time together first: an index serves all of them. */
export async function findAskedKeys({ run }: Pick<Database, 'run'>): Promise<readonly AskedKey[]> {
  const rows = await run(
    `SELECT field AS key, sum(count)::float8 AS count, count(*)::float8 AS workspaces,
       sum(total_ms) / sum(count) AS "meanMs", max(last_at) AS "lastAt"
     FROM query_shapes WHERE use = 'indexable' GROUP BY field ORDER BY sum(total_ms) DESC, field LIMIT 100`,
    [],
  );
  return rows as unknown as readonly AskedKey[];
}
