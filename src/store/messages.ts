import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';

export interface Message {
  readonly id: string;
  readonly role: string;
  readonly text: string | null;
  readonly name: string | null;
  /** As it was sent, also when that is in the future. ISO 8601 with milliseconds and Z. */
  readonly sentAt: string;
  /** When it arrived here. */
  readonly createdAt: string;
  readonly toolCalls: readonly unknown[] | null;
  readonly toolCallId: string | null;
  readonly toolChoice: unknown;
  readonly metadata: JsonObject | null;
}

/** Texts and JSON values are checked by `storable.ts` before. */
export interface NewMessage {
  readonly role: string;
  /** Null for a message that only calls tools. */
  readonly text: string | null;
  readonly name?: string;
  /** Absent: now. */
  readonly sentAt?: Date;
  readonly toolCalls?: readonly unknown[];
  readonly toolCallId?: string;
  readonly toolChoice?: unknown;
  readonly metadata?: JsonObject;
}

export interface Page {
  /** From 1. */
  readonly pageNumber: number;
  readonly pageSize: number;
}

const COLUMNS = `id, role, text, name, sent_at AS "sentAt", created_at AS "createdAt", tool_calls AS "toolCalls",
  tool_call_id AS "toolCallId", tool_choice AS "toolChoice", metadata`;

/** Of the conversation `c`: one look into the primary key of the assistants, a deleted one's mark included. */
const RETAINED = `NOT EXISTS (
  SELECT FROM assistants a
  WHERE a.workspace_id = c.workspace_id AND a.id = c.metadata->>'assistant_id' AND NOT a.data_retention
)`;

/**
 * The row of the conversation is locked by the update, so concurrent messages are counted one after the other, and each sees
 * what the one before it left. The first message sets the time, also to one before the conversation was made here; a later
 * one only moves it forward.
 *
 * A conversation that had ended goes on.
 *
 * A message of a conversation whose assistant keeps no data moves the time as well, and is neither stored nor counted.
 */
const ADD = `
  WITH conversation AS (
    UPDATE conversations AS c SET (message_count, last_message_at, ended_at) = (
      SELECT c.message_count + retained::integer,
        CASE WHEN c.message_count = 0 AND retained THEN ?::timestamptz ELSE greatest(c.last_message_at, ?::timestamptz) END,
        NULL::timestamptz
      FROM (SELECT ${RETAINED} AS retained) AS assistant
    )
    WHERE workspace_id = ? AND id = ?
    RETURNING workspace_id, id, ${RETAINED} AS retained
  ), added AS (
    INSERT INTO messages (workspace_id, conversation_id, id, role, text, name, sent_at, created_at,
                          tool_calls, tool_call_id, tool_choice, metadata)
    SELECT workspace_id, id, ?::uuid, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::jsonb, ?, ?::jsonb, ?::jsonb
    FROM conversation
    WHERE retained
    RETURNING ${COLUMNS}
  )
  SELECT retained, added.* FROM conversation LEFT JOIN added ON true`;

/** A message that was added. */
export interface AddedMessage extends Message {
  /** False: the conversation's assistant keeps no data (`privacy_settings.data_retention`), so the message is stored nowhere. */
  readonly retained: boolean;
}

/**
 * Adds a message, in one statement. `sentAt` is kept as it is; where it counts for the conversation's `lastMessageAt`, one in
 * the future counts as `now`.
 *
 * @returns the message as it is stored, or as it would have been; undefined when the workspace has no such conversation
 */
export async function addMessage(
  db: Executor,
  workspaceId: number,
  conversationId: string,
  { sentAt, ...message }: NewMessage,
  now: Date,
): Promise<AddedMessage | undefined> {
  const sent = sentAt ?? now;
  const counted = (sent < now ? sent : now).toISOString();
  const added: Message = {
    id: randomUUID(),
    role: message.role,
    text: message.text,
    name: message.name ?? null,
    // As text: pg writes a Date in the process's time zone with its offset in whole minutes, which old times have not.
    sentAt: sent.toISOString(),
    createdAt: now.toISOString(),
    toolCalls: message.toolCalls ?? null,
    toolCallId: message.toolCallId ?? null,
    toolChoice: message.toolChoice ?? null,
    metadata: message.metadata ?? null,
  };
  const { rows } = await db.raw<{ rows: AddedMessage[] }>(ADD, [
    ...[counted, counted, workspaceId, conversationId],
    ...[added.id, added.role, added.text, added.name, added.sentAt, added.createdAt],
    ...[jsonText(added.toolCalls), added.toolCallId, jsonText(added.toolChoice), jsonText(added.metadata)],
  ]);
  const [row] = rows;
  return row === undefined || row.retained ? row : { ...added, retained: false };
}

/** The left join gives a conversation without messages on the page a row of nulls. */
const LIST = `
  SELECT c.message_count AS total, m.*
  FROM conversations c
  LEFT JOIN LATERAL (
    SELECT ${COLUMNS}, ordinal
    FROM messages
    WHERE workspace_id = c.workspace_id AND conversation_id = c.id
    ORDER BY sent_at DESC, ordinal DESC
    LIMIT ? OFFSET ?
  ) m ON true
  WHERE c.workspace_id = ? AND c.id = ?
  ORDER BY m."sentAt" DESC, m.ordinal DESC`;

/**
 * One page of a conversation's messages, newest first; of two sent at the same time the later to arrive.
 *
 * @returns undefined when the workspace has no such conversation
 */
export async function listMessages(
  db: Executor,
  workspaceId: number,
  conversationId: string,
  { pageNumber, pageSize }: Page,
): Promise<{ readonly messages: readonly Message[]; readonly total: number } | undefined> {
  const { rows } = await db.raw<{ rows: (Message & { total: number; ordinal: number })[] }>(LIST, [
    pageSize,
    (pageNumber - 1) * pageSize,
    workspaceId,
    conversationId,
  ]);
  const [first] = rows;
  if (first === undefined) return undefined;
  const messages = rows.filter(({ id }) => id !== null).map(({ total, ordinal, ...message }) => message);
  return { messages, total: first.total };
}

/** JSON null has no meaning in these columns of its own. */
function jsonText(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
