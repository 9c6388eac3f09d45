import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';
import type { Page } from './messages.js';
import { SUMMARY_INSIGHT } from './summary-insight.js';

/** What is to be found out about conversations that ended: Telnyx's insight template. */
export interface Insight {
  /** UUID, lower case. */
  readonly id: string;
  readonly name: string;
  readonly instructions: string;
  /** As it was written: JSON text as a string, or an object. Null: the result is free text. */
  readonly jsonSchema: string | JsonObject | null;
  /** Where results are sent; empty: nowhere. */
  readonly webhook: string;
  /** `default`: built in, and not to be changed or deleted. */
  readonly insightType: 'custom' | 'default';
  /** ISO 8601 with milliseconds and Z. */
  readonly createdAt: string;
}

/** Texts and the schema are checked by `storable.ts` before. */
export interface NewInsight {
  readonly name: string;
  readonly instructions: string;
  readonly jsonSchema?: string | JsonObject;
  readonly webhook?: string;
  readonly createdAt: Date;
}

/** What is absent stays as it is. */
export interface InsightChanges {
  readonly name?: string;
  readonly instructions?: string;
  /** Null: none any more. */
  readonly jsonSchema?: string | JsonObject | null;
  readonly webhook?: string;
}

/** The columns of `insights`, for statements that give it the name `t`. */
const INSIGHT_COLUMNS = `t.id, t.name, t.instructions, t.json_schema AS "jsonSchema", t.webhook,
  t.insight_type AS "insightType", t.created_at AS "createdAt"`;

export async function createInsight(
  db: Executor,
  workspaceId: number,
  { name, instructions, jsonSchema, webhook, createdAt }: NewInsight,
): Promise<Insight> {
  const { rows } = await db.raw<{ rows: Insight[] }>(
    `INSERT INTO insights AS t (workspace_id, id, name, instructions, json_schema, webhook, created_at)
     VALUES (?, ?, ?, ?, ?::json, ?, ?) RETURNING ${INSIGHT_COLUMNS}`,
    [
      ...[workspaceId, randomUUID(), name, instructions],
      ...[jsonSchema === undefined ? null : JSON.stringify(jsonSchema), webhook ?? '', createdAt.toISOString()],
    ],
  );
  return rows[0] as Insight;
}

/** @returns undefined when the workspace has no such insight */
export async function retrieveInsight(db: Executor, workspaceId: number, id: string): Promise<Insight | undefined> {
  const { rows } = await db.raw<{ rows: Insight[] }>(
    `SELECT ${INSIGHT_COLUMNS} FROM insights t WHERE t.workspace_id = ? AND t.id = ?`,
    [workspaceId, id],
  );
  return rows[0];
}

/** One page, in the order in which they were made. */
export async function listInsights(
  db: Executor,
  workspaceId: number,
  { pageNumber, pageSize }: Page,
): Promise<{ readonly insights: readonly Insight[]; readonly total: number }> {
  const { rows } = await db.raw<{ rows: Insight[] }>(
    `SELECT ${INSIGHT_COLUMNS} FROM insights t WHERE t.workspace_id = ? ORDER BY t.created_at, t.id LIMIT ? OFFSET ?`,
    [workspaceId, pageSize, (pageNumber - 1) * pageSize],
  );
  const { rows: counts } = await db.raw<{ rows: { total: number }[] }>(
    'SELECT count(*) AS total FROM insights WHERE workspace_id = ?',
    [workspaceId],
  );
  return { insights: rows, total: counts[0]?.total ?? 0 };
}

/**
 * @returns the insight as it is then; `built-in` when it is one that nobody changes; undefined when the workspace has no such
 * insight
 */
export async function updateInsight(
  db: Executor,
  workspaceId: number,
  id: string,
  { name, instructions, jsonSchema, webhook }: InsightChanges,
): Promise<Insight | 'built-in' | undefined> {
  const { rows } = await db.raw<{ rows: Insight[] }>(
    `UPDATE insights AS t SET
       name = coalesce(?, t.name),
       instructions = coalesce(?, t.instructions),
       json_schema = CASE WHEN ?::boolean THEN ?::json ELSE t.json_schema END,
       webhook = coalesce(?, t.webhook)
     WHERE t.workspace_id = ? AND t.id = ? AND t.insight_type <> 'default' RETURNING ${INSIGHT_COLUMNS}`,
    [
      ...[name ?? null, instructions ?? null],
      ...[
        jsonSchema !== undefined,
        jsonSchema === undefined || jsonSchema === null ? null : JSON.stringify(jsonSchema),
      ],
      ...[webhook ?? null, workspaceId, id],
    ],
  );
  return rows[0] ?? ((await retrieveInsight(db, workspaceId, id)) === undefined ? undefined : 'built-in');
}

/** Deletes an insight and takes it out of its groups. What it made of conversations stays. */
export async function deleteInsight(
  db: Executor,
  workspaceId: number,
  id: string,
): Promise<'deleted' | 'built-in' | undefined> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `DELETE FROM insights WHERE workspace_id = ? AND id = ? AND insight_type <> 'default'`,
    [workspaceId, id],
  );
  if (rowCount > 0) return 'deleted';
  return (await retrieveInsight(db, workspaceId, id)) === undefined ? undefined : 'built-in';
}

/** A group that was deleted since is none. An assistant that was deleted still says what becomes of its conversations. */
const GROUP_OF_CONVERSATION = `
  SELECT g.id AS "groupId", g.webhook AS "groupWebhook", c.metadata->>'assistant_id' AS "assistantId"
  FROM conversations c
  LEFT JOIN assistants a ON a.workspace_id = c.workspace_id AND a.id = c.metadata->>'assistant_id'
  LEFT JOIN insight_groups g ON g.workspace_id = c.workspace_id AND g.id::text = lower(a.insight_group_id)
  WHERE c.workspace_id = ? AND c.id = ?`;

/**
 * What is to be run over a conversation: the insights of the group that its assistant names (`metadata.assistant_id`, then the
 * assistant's `insight_settings.insight_group_id`), else the Summary alone.
 */
export interface InsightGroupToRun {
  /** null: there is none, and it is the Summary alone. */
  readonly groupId: string | null;
  readonly hasInsights: boolean;
  /** Whether what they make of it may be stored: see `retainsData`. */
  readonly retains: boolean;
}

/** In one statement. @returns undefined when the workspace has no such conversation */
export async function insightGroupToRun(
  db: Executor,
  workspaceId: number,
  conversationId: string,
): Promise<InsightGroupToRun | undefined> {
  const { rows } = await db.raw<{ rows: InsightGroupToRun[] }>(
    `SELECT g."groupId", a.data_retention IS NOT FALSE AS retains, CASE
       WHEN g."groupId" IS NULL THEN EXISTS (SELECT FROM insights WHERE workspace_id = ? AND id = ?)
       ELSE EXISTS (SELECT FROM insight_group_members WHERE workspace_id = ? AND group_id = g."groupId")
     END AS "hasInsights"
     FROM (${GROUP_OF_CONVERSATION}) g
     LEFT JOIN assistants a ON a.workspace_id = ? AND a.id = g."assistantId"`,
    [workspaceId, SUMMARY_INSIGHT.id, workspaceId, workspaceId, conversationId, workspaceId],
  );
  return rows[0];
}

/** The insights of several groups by the group's id, each in the order in which they were assigned. */
export async function insightsOfGroups(
  db: Executor,
  workspaceId: number,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Insight[]>> {
  const byGroup = new Map<string, Insight[]>();
  if (groupIds.length === 0) return byGroup;
  const { rows } = await db.raw<{ rows: (Insight & { groupId: string })[] }>(
    `SELECT m.group_id AS "groupId", ${INSIGHT_COLUMNS}
     FROM insight_group_members m JOIN insights t ON t.workspace_id = m.workspace_id AND t.id = m.insight_id
     WHERE m.workspace_id = ? AND m.group_id = ANY (?::uuid[])
     ORDER BY m.assigned_at, m.insight_id`,
    [workspaceId, `{${groupIds.join(',')}}`],
  );
  for (const { groupId, ...insight } of rows) {
    const insights = byGroup.get(groupId) ?? [];
    byGroup.set(groupId, insights);
    insights.push(insight);
  }
  return byGroup;
}
