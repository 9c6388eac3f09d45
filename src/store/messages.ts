import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';
import { TARGET_COLUMN } from './reads/written-keys.js';

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

/** Of the conversation `c`, by the primary key of the assistants, where a deleted one's mark still is. */
const RETAINED = `coalesce((
  SELECT a.data_retention FROM assistants a
  WHERE a.workspace_id = c.workspace_id AND a.id = c.metadata->>'assistant_id'
), true)`;

/**
 * The row of the conversation is locked by the update, so concurrent messages are counted one after the other, and each sees
 * what the one before it left. The first message sets the time, also to one before the conversation was made here; a later
 * one only moves it forward. A conversation that had ended goes on. Where the assistant keeps no data, nothing is written.
 */
const ADD = `
  WITH conversation AS (
    UPDATE conversations AS c SET
      message_count = message_count + 1,
      last_message_at = CASE WHEN message_count = 0 THEN ?::timestamptz ELSE greatest(last_message_at, ?::timestamptz) END,
      ended_at = NULL
    WHERE workspace_id = ? AND id = ? AND ${RETAINED}
    RETURNING workspace_id, id, metadata->>'telnyx_end_user_target' AS target
  )
  INSERT INTO messages (workspace_id, conversation_id, id, role, text, name, sent_at, created_at,
                        tool_calls, tool_call_id, tool_choice, metadata)
  SELECT workspace_id, id, ?::uuid, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::jsonb, ?, ?::jsonb, ?::jsonb
  FROM conversation
  RETURNING ${COLUMNS}, (SELECT target FROM conversation) AS "${TARGET_COLUMN}", (
    SELECT k.caller_id FROM calls k WHERE k.workspace_id = messages.workspace_id AND k.conversation_id = messages.conversation_id
  ) AS "callerId"`;

/** What a message leaves that is not stored: the conversation's time, and that it goes on. */
const TOUCH = `
  UPDATE conversations SET last_message_at = greatest(last_message_at, ?::timestamptz), ended_at = NULL
  WHERE workspace_id = ? AND id = ?`;

/** A message that was added. */
export interface AddedMessage extends Message {
  /** False: the conversation's assistant keeps no data (`privacy_settings.data_retention`), so the message is stored nowhere. */
  readonly retained: boolean;
  /** Whose call the conversation is; null: nobody's yet. */
  readonly callerId: string | null;
}

/**
 * Adds a message, in one statement; a second one is for what is not stored. `sentAt` is kept as it is; where it counts for the conversation's `lastMessageAt`, one in
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
  type Row = Message & { readonly callerId: string | null; readonly [TARGET_COLUMN]: string | null };
  const { rows } = await db.raw<{ rows: Row[] }>(ADD, [
    ...[counted, counted, workspaceId, conversationId],
    ...[added.id, added.role, added.text, added.name, added.sentAt, added.createdAt],
    ...[jsonText(added.toolCalls), added.toolCallId, jsonText(added.toolChoice), jsonText(added.metadata)],
  ]);
  if (rows[0] !== undefined) {
    // The caller's is for who watches what is written.
    const { [TARGET_COLUMN]: _, ...stored } = rows[0];
    return { ...stored, retained: true };
  }
  const { rowCount } = await db.raw<{ rowCount: number }>(TOUCH, [counted, workspaceId, conversationId]);
  return rowCount === 0 ? undefined : { ...added, retained: false, callerId: null };
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
