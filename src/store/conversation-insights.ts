import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import { groupableJson } from './groupable-json.js';
import { type InsightResult, insightResults } from './insight-results.js';

export const CONVERSATION_INSIGHT_STATUSES = ['pending', 'in_progress', 'completed', 'failed'] as const;

export type ConversationInsightStatus = (typeof CONVERSATION_INSIGHT_STATUSES)[number];

/** One run of insights over a conversation that ended, with what it found out. */
export interface ConversationInsight {
  /** UUID, lower case. */
  readonly id: string;
  readonly conversationId: string;
  /** The group whose insights are run; null: the Summary alone. As text: results of another platform name groups of theirs. */
  readonly insightGroupId: string | null;
  readonly status: ConversationInsightStatus;
  /** Why it failed, without a caller's words; null otherwise. */
  readonly reason: string | null;
  /** ISO 8601 with milliseconds and Z. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NewConversationInsight {
  /** Made when it is absent. */
  readonly id?: string;
  readonly conversationId: string;
  readonly insightGroupId?: string | null;
  readonly createdAt: Date;
}

/** Which run is meant. */
export interface ConversationInsightKey {
  readonly conversationId: string;
  readonly id: string;
}

/** The columns of `conversation_insights`. */
export const CONVERSATION_INSIGHT_COLUMNS = `id, conversation_id AS "conversationId", insight_group_id AS "insightGroupId", status, reason,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/**
 * Makes a run, `pending`.
 *
 * @returns undefined when the workspace has no such conversation
 */
export async function createConversationInsight(
  db: Executor,
  workspaceId: number,
  { id = randomUUID(), conversationId, insightGroupId = null, createdAt }: NewConversationInsight,
): Promise<ConversationInsight | undefined> {
  const at = createdAt.toISOString();
  const { rows } = await db.raw<{ rows: ConversationInsight[] }>(
    // The lock holds off who would delete the conversation in between.
    `INSERT INTO conversation_insights (workspace_id, conversation_id, id, insight_group_id, status, created_at, updated_at)
     SELECT workspace_id, id, ?::uuid, ?, 'pending', ?::timestamptz, ?::timestamptz
     FROM conversations WHERE workspace_id = ? AND id = ? FOR KEY SHARE
     RETURNING ${CONVERSATION_INSIGHT_COLUMNS}`,
    [id, insightGroupId, at, at, workspaceId, conversationId],
  );
  return rows[0];
}

/** @returns undefined when the workspace has no such run */
export async function retrieveConversationInsight(
  db: Executor,
  workspaceId: number,
  { conversationId, id }: ConversationInsightKey,
): Promise<(ConversationInsight & { readonly results: readonly InsightResult[] }) | undefined> {
  const { rows } = await db.raw<{ rows: ConversationInsight[] }>(
    `SELECT ${CONVERSATION_INSIGHT_COLUMNS} FROM conversation_insights WHERE workspace_id = ? AND conversation_id = ? AND id = ?`,
    [workspaceId, conversationId, id],
  );
  const [found] = rows;
  if (found === undefined) return undefined;
  return { ...found, results: (await insightResults(db, workspaceId, conversationId, [id])).get(id) ?? [] };
}

/**
 * Says that a run is under way; again, where it was and its process ended.
 *
 * @returns undefined when the workspace has no such run, or it is at its end
 */
export async function beginConversationInsight(
  db: Executor,
  workspaceId: number,
  { conversationId, id }: ConversationInsightKey,
  now: Date,
): Promise<ConversationInsight | undefined> {
  const { rows } = await db.raw<{ rows: ConversationInsight[] }>(
    `UPDATE conversation_insights SET status = 'in_progress', updated_at = ?
     WHERE workspace_id = ? AND conversation_id = ? AND id = ? AND status IN ('pending', 'in_progress')
     RETURNING ${CONVERSATION_INSIGHT_COLUMNS}`,
    [now.toISOString(), workspaceId, conversationId, id],
  );
  return rows[0];
}

/**
 * Begins a run anew that failed: `in_progress`, without what it had found out.
 *
 * @returns undefined, and nothing is changed, when the workspace has no such run, or it did not fail
 */
export async function reopenConversationInsight(
  db: Executor,
  workspaceId: number,
  { conversationId, id }: ConversationInsightKey,
  now: Date,
): Promise<ConversationInsight | undefined> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: ConversationInsight[] }>(
      `UPDATE conversation_insights SET status = 'in_progress', reason = NULL, updated_at = ?
       WHERE workspace_id = ? AND conversation_id = ? AND id = ? AND status = 'failed' RETURNING ${CONVERSATION_INSIGHT_COLUMNS}`,
      [now.toISOString(), workspaceId, conversationId, id],
    );
    if (rows[0] === undefined) return undefined;
    await trx.raw(
      'DELETE FROM insight_results WHERE workspace_id = ? AND conversation_id = ? AND conversation_insight_id = ?',
      [workspaceId, conversationId, id],
    );
    return rows[0];
  });
}

/**
 * Ends a run with its results, in one statement. What Postgres cannot store of a text becomes U+FFFD.
 *
 * @returns false, and nothing is changed, when the workspace has no such run, or it is at its end
 */
export async function completeConversationInsight(
  db: Executor,
  workspaceId: number,
  key: ConversationInsightKey,
  results: readonly InsightResult[],
  now: Date,
): Promise<boolean> {
  return end(db, workspaceId, key, { status: 'completed', reason: null, results }, now);
}

/**
 * Ends a run that could not be done, with the results that there are nevertheless.
 *
 * @param failure `reason`: one or more sentences for whoever set up the insights, without a caller's words
 * @returns as `completeConversationInsight`
 */
export async function failConversationInsight(
  db: Executor,
  workspaceId: number,
  key: ConversationInsightKey,
  { reason, results = [] }: { readonly reason: string; readonly results?: readonly InsightResult[] },
  now: Date,
): Promise<boolean> {
  return end(db, workspaceId, key, { status: 'failed', reason: storableText(reason), results }, now);
}

interface Ending {
  readonly status: 'completed' | 'failed';
  readonly reason: string | null;
  readonly results: readonly InsightResult[];
}

const END = `
  WITH ended AS (
    UPDATE conversation_insights SET status = ?, reason = ?, updated_at = ?::timestamptz
    WHERE workspace_id = ? AND conversation_id = ? AND id = ? AND status IN ('pending', 'in_progress')
    RETURNING workspace_id, conversation_id, id
  ), results AS (
    INSERT INTO insight_results
      (workspace_id, conversation_id, conversation_insight_id, insight_id, ordinal, result, result_json, created_at)
    SELECT e.workspace_id, e.conversation_id, e.id, r.insight_id, r.ordinal, r.result, r.result_json::jsonb, ?::timestamptz
    FROM ended e, json_to_recordset(?::json) AS r (insight_id text, ordinal integer, result text, result_json text)
  )
  SELECT id FROM ended`;

async function end(
  db: Executor,
  workspaceId: number,
  { conversationId, id }: ConversationInsightKey,
  { status, reason, results }: Ending,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  // Of two results of one insight the last one counts.
  const byInsight = new Map(results.map(({ insightId, result }) => [storableText(insightId), storableText(result)]));
  const records = [...byInsight].map(([insight_id, result], ordinal) => {
    return { insight_id, ordinal, result, result_json: groupableJson(result) };
  });
  const { rows } = await db.raw<{ rows: unknown[] }>(END, [
    ...[status, reason, at, workspaceId, conversationId, id],
    ...[at, JSON.stringify(records)],
  ]);
  return rows.length > 0;
}

/** What models say may hold what Postgres does not store. */
function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}
