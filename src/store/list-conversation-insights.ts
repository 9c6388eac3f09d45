import { CONVERSATION_INSIGHT_COLUMNS, type ConversationInsight } from './conversation-insights.js';
import type { Executor } from './database.js';
import { type InsightResult, insightResults } from './insight-results.js';
import type { Page } from './messages.js';

/**
 * One page of the runs over a conversation with their results, newest first.
 *
 * @returns undefined when the workspace has no such conversation
 */
export async function listConversationInsights(
  db: Executor,
  workspaceId: number,
  conversationId: string,
  { pageNumber, pageSize }: Page,
): Promise<
  | {
      readonly conversationInsights: readonly (ConversationInsight & { readonly results: readonly InsightResult[] })[];
      readonly total: number;
    }
  | undefined
> {
  const { rows: counts } = await db.raw<{ rows: { total: number }[] }>(
    `SELECT (SELECT count(*) FROM conversation_insights i
             WHERE i.workspace_id = c.workspace_id AND i.conversation_id = c.id) AS total
     FROM conversations c WHERE c.workspace_id = ? AND c.id = ?`,
    [workspaceId, conversationId],
  );
  const [count] = counts;
  if (count === undefined) return undefined;
  const { rows } = await db.raw<{ rows: ConversationInsight[] }>(
    `SELECT ${CONVERSATION_INSIGHT_COLUMNS} FROM conversation_insights WHERE workspace_id = ? AND conversation_id = ?
     ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`,
    [workspaceId, conversationId, pageSize, (pageNumber - 1) * pageSize],
  );
  const ids = rows.map(({ id }) => id);
  const results = await insightResults(db, workspaceId, conversationId, ids);
  return {
    conversationInsights: rows.map((row) => ({ ...row, results: results.get(row.id) ?? [] })),
    total: count.total,
  };
}
