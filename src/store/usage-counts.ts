import type { Executor } from './database.js';

/** What is counted of a workspace. */
export type UsageKind = 'adds' | 'searches';

/** Adds to what a workspace used in a month. */
export async function addUsage(
  db: Executor,
  uses: readonly {
    readonly workspaceId: number;
    readonly month: string;
    readonly kind: UsageKind;
    readonly count: number;
  }[],
): Promise<void> {
  if (uses.length === 0) return;
  await db.raw(
    `INSERT INTO usage_counts AS u (workspace_id, month, kind, count)
     SELECT w.id, n.month, n.kind, n.count
     FROM jsonb_to_recordset(?::jsonb) AS n("workspaceId" integer, month date, kind text, count bigint)
     JOIN workspaces w ON w.id = n."workspaceId"
     ON CONFLICT (workspace_id, month, kind) DO UPDATE SET count = u.count + excluded.count`,
    [JSON.stringify(uses)],
  );
}

/** What a workspace used, by month: newest first. */
export async function readUsage(
  db: Executor,
  workspaceId: number,
  { monthsMax }: { readonly monthsMax: number },
): Promise<readonly UsageOfMonth[]> {
  const { rows } = await db.raw<{ rows: UsageOfMonth[] }>(
    `SELECT to_char(month, 'YYYY-MM') AS month,
       COALESCE(sum(count) FILTER (WHERE kind = 'adds'), 0)::bigint AS adds,
       COALESCE(sum(count) FILTER (WHERE kind = 'searches'), 0)::bigint AS searches
     FROM usage_counts WHERE workspace_id = ? GROUP BY usage_counts.month ORDER BY usage_counts.month DESC LIMIT ?`,
    [workspaceId, monthsMax],
  );
  return rows;
}

export interface UsageOfMonth {
  /** `2026-03`. */
  readonly month: string;
  readonly adds: number;
  readonly searches: number;
}
