import type { Runner } from './database.js';
import type { JsonObject } from './json.js';
import type { Message } from './messages.js';

/** Pages of what a workspace has, in an order that stays: small statements one after the other, each with its own look. */

export interface ExportedConversation {
  readonly id: string;
  readonly name: string | null;
  readonly metadata: JsonObject;
  readonly createdAt: string;
  readonly lastMessageAt: string;
  readonly endedAt: string | null;
  readonly messageCount: number;
}

export interface ExportedMessage extends Message {
  readonly conversationId: string;
}

export interface ExportedInsight {
  readonly conversationId: string;
  readonly id: string;
  readonly insightGroupId: string | null;
  readonly status: 'completed' | 'failed';
  readonly reason: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly results: readonly ExportedResult[];
}

export interface ExportedResult {
  readonly insightId: string;
  readonly result: string;
  readonly resultJson: unknown;
  readonly createdAt: string;
}

const CONVERSATION = `id, name, metadata, created_at AS "createdAt", last_message_at AS "lastMessageAt", ended_at AS "endedAt",
  message_count AS "messageCount"`;

/** The conversations after one, by their ids. */
export async function conversationsAfter(
  { run }: Runner,
  workspaceId: number,
  after: string,
  limit: number,
): Promise<readonly ExportedConversation[]> {
  const sql = `SELECT ${CONVERSATION} FROM conversations WHERE workspace_id = $1 AND id > $2::uuid ORDER BY id LIMIT $3`;
  return (await run(sql, [workspaceId, after, limit])) as readonly unknown[] as readonly ExportedConversation[];
}

/** These conversations, by their ids; those that are not there any more are left out. */
export async function conversationsById(
  { run }: Runner,
  workspaceId: number,
  ids: readonly string[],
): Promise<readonly ExportedConversation[]> {
  const sql = `SELECT ${CONVERSATION} FROM conversations WHERE workspace_id = $1 AND id = ANY($2::uuid[]) ORDER BY id`;
  return (await run(sql, [workspaceId, ids])) as readonly unknown[] as readonly ExportedConversation[];
}

const MESSAGE = `conversation_id, id, role, text, name, sent_at, created_at, tool_calls, tool_call_id, tool_choice, metadata, ordinal`;

/** At most so many, and of these only as many as together have so many bytes, but one in any case. */
const PAGE_ROWS = 1000;
const PAGE_BYTES = 4 * 1024 * 1024;

/** Of the message: what it takes, before anything of it is unpacked. */
const MESSAGE_BYTES = `200 + coalesce(octet_length(text), 0) + 4 * (coalesce(pg_column_size(tool_calls), 0)
  + coalesce(pg_column_size(tool_choice), 0) + coalesce(pg_column_size(metadata), 0))`;

/**
 * The messages of conversations, by conversation, time and arrival.
 *
 * @param ids of conversations that have few messages together, in their order, or of one
 */
export async function* messagesOf(
  { run }: Runner,
  workspaceId: number,
  ids: readonly string[],
): AsyncGenerator<ExportedMessage, void, undefined> {
  let after: readonly unknown[] = [ids[0], '-infinity', 0];
  // For one conversation the order is that of an index, read backwards.
  const which = ids.length === 1 ? 'conversation_id = $2::uuid' : 'conversation_id = ANY($2::uuid[])';
  const keys = ids.length === 1 ? 'sent_at, ordinal' : 'conversation_id, sent_at, ordinal';
  const place = ids.length === 1 ? '($4::timestamptz, $5::bigint)' : '($3::uuid, $4::timestamptz, $5::bigint)';
  const sql = `
    SELECT conversation_id AS "conversationId", id, role, text, name, sent_at AS "sentAt", created_at AS "createdAt",
      tool_calls AS "toolCalls", tool_call_id AS "toolCallId", tool_choice AS "toolChoice", metadata,
      sent_at::text AS "place", ordinal, found
    FROM (
      SELECT *, sum(${MESSAGE_BYTES}) OVER (ORDER BY ${keys}) - (${MESSAGE_BYTES}) AS bytes_before, count(*) OVER () AS found
      FROM (
        SELECT ${MESSAGE} FROM messages
        WHERE workspace_id = $1 AND ${which} AND (${keys}) > ${place} AND $3::uuid IS NOT NULL
        ORDER BY ${keys} LIMIT ${PAGE_ROWS}
      ) AS page
    ) AS measured
    WHERE bytes_before < ${PAGE_BYTES}
    ORDER BY ${keys}`;
  const asked = ids.length === 1 ? ids[0] : ids;
  for (;;) {
    const rows = (await run(sql, [workspaceId, asked, ...after])) as readonly unknown[] as readonly MessageRow[];
    for (const { place: _, ordinal: __, found: ___, ...message } of rows) yield message;
    const last = rows.at(-1);
    if (last === undefined || (rows.length === last.found && last.found < PAGE_ROWS)) return;
    after = [last.conversationId, last.place, last.ordinal];
  }
}

interface MessageRow extends ExportedMessage {
  readonly place: string;
  readonly ordinal: number;
  /** How many there were before they were measured. */
  readonly found: number;
}

/** What insights made of conversations: what is finished of it, by conversation and time. */
export async function insightsOf(
  { run }: Runner,
  workspaceId: number,
  ids: readonly string[],
): Promise<readonly ExportedInsight[]> {
  const insights = (await run(
    `SELECT conversation_id AS "conversationId", id, insight_group_id AS "insightGroupId", status, reason,
       created_at AS "createdAt", updated_at AS "updatedAt"
     FROM conversation_insights
     WHERE workspace_id = $1 AND conversation_id = ANY($2::uuid[]) AND status IN ('completed', 'failed')
     ORDER BY conversation_id, created_at, id`,
    [workspaceId, ids],
  )) as readonly unknown[] as readonly Omit<ExportedInsight, 'results'>[];
  if (insights.length === 0) return [];
  const results = (await run(
    `SELECT conversation_insight_id AS "conversationInsightId", insight_id AS "insightId", result, result_json AS "resultJson",
       created_at AS "createdAt"
     FROM insight_results
     WHERE workspace_id = $1 AND conversation_id = ANY($2::uuid[])
     ORDER BY ordinal, insight_id COLLATE "C"`,
    [workspaceId, ids],
  )) as readonly unknown[] as readonly (ExportedResult & { readonly conversationInsightId: string })[];
  const byRun = new Map<string, ExportedResult[]>();
  for (const { conversationInsightId, ...result } of results) {
    const list = byRun.get(conversationInsightId);
    if (list === undefined) byRun.set(conversationInsightId, [result]);
    else list.push(result);
  }
  return insights.map((insight) => ({ ...insight, results: byRun.get(insight.id) ?? [] }));
}
