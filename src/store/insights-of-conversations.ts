import type { Database } from './database.js';

/** What an insight made of a conversation, in the newest run of it that was completed. */
export interface RememberedInsight {
  readonly conversationId: string;
  readonly insightId: string;
  /** Null where the insight has been deleted since. */
  readonly insightName: string | null;
  /** The beginning of a long one. */
  readonly result: string;
  /** ISO 8601 with milliseconds and Z. */
  readonly createdAt: string;
}

export interface RememberedInsightsRequest {
  /** UUIDs. The results come in this order. */
  readonly conversationIds: readonly string[];
  /** Absent: those of every insight. Letter case means nothing. */
  readonly insightIds?: readonly string[];
  readonly timeoutMs: number;
}

/** Of a result. In characters. */
const REMEMBERED_CHARACTERS_MAX = 4_000;

const RESULTS_MAX = 500;

const REMEMBERED = `
  WITH asked AS (
    SELECT id, position FROM unnest($2::uuid[]) WITH ORDINALITY AS asked (id, position)
  ), newest AS (
    SELECT DISTINCT ON (asked.position, lower(r.insight_id)) asked.position, r.*
    FROM asked
    JOIN insight_results r ON r.workspace_id = $1 AND r.conversation_id = asked.id
    JOIN conversation_insights run ON run.workspace_id = $1 AND run.conversation_id = r.conversation_id
      AND run.id = r.conversation_insight_id
    WHERE run.status = 'completed' AND ($3::text[] IS NULL OR lower(r.insight_id) = ANY ($3::text[]))
    ORDER BY asked.position, lower(r.insight_id), run.created_at DESC, run.id DESC
  )
  SELECT newest.conversation_id AS "conversationId", newest.insight_id AS "insightId", insights.name AS "insightName",
    left(newest.result, ${REMEMBERED_CHARACTERS_MAX}) AS result, newest.created_at AS "createdAt"
  FROM newest
  LEFT JOIN insights ON insights.workspace_id = $1 AND insights.id::text = lower(newest.insight_id)
  ORDER BY newest.position, newest.ordinal, newest.insight_id
  LIMIT ${RESULTS_MAX}`;

/** The results of insights over some conversations, 500 at most: what an assistant remembers of them. */
export async function insightsOfConversations(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  { conversationIds, insightIds, timeoutMs }: RememberedInsightsRequest,
): Promise<readonly RememberedInsight[]> {
  if (conversationIds.length === 0 || insightIds?.length === 0) return [];
  const bindings = [workspaceId, conversationIds, insightIds?.map((id) => id.toLowerCase()) ?? null];
  return (await run(REMEMBERED, bindings, { timeoutMs })) as unknown as readonly RememberedInsight[];
}
