import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import { type Insight, insightsOfGroups, retrieveInsight } from './insights.js';
import type { Page } from './messages.js';

/** Insights that are run together: an assistant names a group. */
export interface InsightGroup {
  /** UUID, lower case. */
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Where the results of all its insights are sent; empty: nowhere. */
  readonly webhook: string;
  /** ISO 8601 with milliseconds and Z. */
  readonly createdAt: string;
  /** In the order in which they were assigned. */
  readonly insights: readonly Insight[];
}

/** Texts are checked by `storable.ts` before. */
export interface NewInsightGroup {
  readonly name: string;
  readonly description?: string;
  readonly webhook?: string;
  readonly createdAt: Date;
}

/** What is absent stays as it is. */
export interface InsightGroupChanges {
  readonly name?: string;
  /** Null: none any more. */
  readonly description?: string | null;
  readonly webhook?: string;
}

type GroupRow = Omit<InsightGroup, 'insights'>;

const COLUMNS = 'id, name, description, webhook, created_at AS "createdAt"';

export async function createInsightGroup(
  db: Executor,
  workspaceId: number,
  { name, description, webhook, createdAt }: NewInsightGroup,
): Promise<InsightGroup> {
  const { rows } = await db.raw<{ rows: GroupRow[] }>(
    `INSERT INTO insight_groups (workspace_id, id, name, description, webhook, created_at)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING ${COLUMNS}`,
    [workspaceId, randomUUID(), name, description ?? null, webhook ?? '', createdAt.toISOString()],
  );
  return { ...(rows[0] as GroupRow), insights: [] };
}

/** @returns undefined when the workspace has no such group; so do the functions below */
export async function retrieveInsightGroup(
  db: Executor,
  workspaceId: number,
  id: string,
): Promise<InsightGroup | undefined> {
  const { rows } = await db.raw<{ rows: GroupRow[] }>(
    `SELECT ${COLUMNS} FROM insight_groups WHERE workspace_id = ? AND id = ?`,
    [workspaceId, id],
  );
  return (await withInsights(db, workspaceId, rows))[0];
}

/** One page, in the order in which they were made. */
export async function listInsightGroups(
  db: Executor,
  workspaceId: number,
  { pageNumber, pageSize }: Page,
): Promise<{ readonly groups: readonly InsightGroup[]; readonly total: number }> {
  const { rows } = await db.raw<{ rows: GroupRow[] }>(
    `SELECT ${COLUMNS} FROM insight_groups WHERE workspace_id = ? ORDER BY created_at, id LIMIT ? OFFSET ?`,
    [workspaceId, pageSize, (pageNumber - 1) * pageSize],
  );
  const { rows: counts } = await db.raw<{ rows: { total: number }[] }>(
    'SELECT count(*) AS total FROM insight_groups WHERE workspace_id = ?',
    [workspaceId],
  );
  return { groups: await withInsights(db, workspaceId, rows), total: counts[0]?.total ?? 0 };
}

export async function updateInsightGroup(
  db: Executor,
  workspaceId: number,
  id: string,
  { name, description, webhook }: InsightGroupChanges,
): Promise<InsightGroup | undefined> {
  const { rows } = await db.raw<{ rows: GroupRow[] }>(
    `UPDATE insight_groups SET
       name = coalesce(?, name),
       description = CASE WHEN ?::boolean THEN ? ELSE description END,
       webhook = coalesce(?, webhook)
     WHERE workspace_id = ? AND id = ? RETURNING ${COLUMNS}`,
    [name ?? null, description !== undefined, description ?? null, webhook ?? null, workspaceId, id],
  );
  return (await withInsights(db, workspaceId, rows))[0];
}

/** Deletes a group; its insights stay. False when there was none. */
export async function deleteInsightGroup(db: Executor, workspaceId: number, id: string): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'DELETE FROM insight_groups WHERE workspace_id = ? AND id = ?',
    [workspaceId, id],
  );
  return rowCount > 0;
}

/** Puts an insight into a group; nothing, where it is in there. Otherwise what the workspace does not have. */
export async function assignInsight(
  db: Executor,
  workspaceId: number,
  groupId: string,
  insightId: string,
  now: Date,
): Promise<'assigned' | 'no-group' | 'no-insight'> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    // The locks hold off who would delete one of the two in between.
    `WITH both_there AS (
       SELECT g.workspace_id, g.id AS group_id, t.id AS insight_id
       FROM insight_groups g JOIN insights t ON t.workspace_id = g.workspace_id
       WHERE g.workspace_id = ? AND g.id = ? AND t.id = ?
       FOR KEY SHARE
     ), assigned AS (
       INSERT INTO insight_group_members (workspace_id, group_id, insight_id, assigned_at)
       SELECT workspace_id, group_id, insight_id, ?::timestamptz FROM both_there
       ON CONFLICT DO NOTHING
     )
     SELECT 1 FROM both_there`,
    [workspaceId, groupId, insightId, now.toISOString()],
  );
  if (rows.length > 0) return 'assigned';
  return (await retrieveInsight(db, workspaceId, insightId)) === undefined ? 'no-insight' : 'no-group';
}

/** Takes an insight out of a group; false when it is not in there. The insight stays. */
export async function unassignInsight(
  db: Executor,
  workspaceId: number,
  groupId: string,
  insightId: string,
): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'DELETE FROM insight_group_members WHERE workspace_id = ? AND group_id = ? AND insight_id = ?',
    [workspaceId, groupId, insightId],
  );
  return rowCount > 0;
}

async function withInsights(
  db: Executor,
  workspaceId: number,
  rows: readonly GroupRow[],
): Promise<readonly InsightGroup[]> {
  const ids = rows.map(({ id }) => id);
  const insights = await insightsOfGroups(db, workspaceId, ids);
  return rows.map((row) => ({ ...row, insights: insights.get(row.id) ?? [] }));
}
