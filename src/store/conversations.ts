import { randomUUID } from 'node:crypto';
import type { CompiledCount, CompiledQuery } from '../query/compile/compile.js';
import type { Database, Executor } from './database.js';
import type { JsonObject } from './json.js';

export interface Conversation {
  readonly id: string;
  readonly name: string | null;
  readonly metadata: JsonObject;
  /** ISO 8601 with milliseconds and Z, as all times that are read. */
  readonly createdAt: string;
  /** The greatest `sentAt` of its messages, none counted later than when it arrived; `createdAt` while there is none. */
  readonly lastMessageAt: string;
}

export interface NewConversation {
  /** Made when it is absent. */
  readonly id?: string;
  readonly name?: string;
  /** Checked by `metadataProblems` before. */
  readonly metadata: JsonObject;
  readonly createdAt: Date;
}

const COLUMNS = 'id, name, metadata, created_at AS "createdAt", last_message_at AS "lastMessageAt"';

export async function createConversation(
  db: Executor,
  workspaceId: number,
  { id = randomUUID(), name, metadata, createdAt }: NewConversation,
): Promise<Conversation> {
  const { rows } = await db.raw<{ rows: Conversation[] }>(
    `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
     VALUES (?, ?, ?, ?::jsonb, ?, ?) RETURNING ${COLUMNS}`,
    [workspaceId, id, name ?? null, JSON.stringify(metadata), createdAt, createdAt],
  );
  return rows[0] as Conversation;
}

/** @returns undefined when the workspace has no such conversation; so do the functions below */
export async function retrieveConversation(
  db: Executor,
  workspaceId: number,
  id: string,
): Promise<Conversation | undefined> {
  const { rows } = await db.raw<{ rows: Conversation[] }>(
    `SELECT ${COLUMNS} FROM conversations WHERE workspace_id = ? AND id = ?`,
    [workspaceId, id],
  );
  return rows[0];
}

/** Puts new metadata in the place of all there was. */
export async function replaceMetadata(
  db: Executor,
  workspaceId: number,
  id: string,
  metadata: JsonObject,
): Promise<Conversation | undefined> {
  const { rows } = await db.raw<{ rows: Conversation[] }>(
    `UPDATE conversations SET metadata = ?::jsonb WHERE workspace_id = ? AND id = ? RETURNING ${COLUMNS}`,
    [JSON.stringify(metadata), workspaceId, id],
  );
  return rows[0];
}

/** Deletes a conversation and its messages; false when there was none. */
export async function deleteConversation(db: Executor, workspaceId: number, id: string): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    'DELETE FROM conversations WHERE workspace_id = ? AND id = ?',
    [workspaceId, id],
  );
  return rowCount > 0;
}

/**
 * Runs a compiled query. Its first binding is the workspace.
 *
 * @returns the rows, by the names that `select` gave, or by the columns' own (`id`, `name`, `created_at`, `last_message_at`,
 * `metadata`); they are the caller's to change
 */
export async function listConversations(
  { run }: Pick<Database, 'run'>,
  { sql, bindings, names }: CompiledQuery,
  options?: { readonly timeoutMs?: number },
): Promise<Record<string, unknown>[]> {
  const rows = (await run(sql, bindings, options)) as Record<string, unknown>[];
  if (names === undefined) return rows;
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[`c${index}`]])));
}

/** Runs a compiled count: how many conversations a query finds in all. */
export async function countConversations(
  { run }: Pick<Database, 'run'>,
  { sql, bindings }: CompiledCount,
  options?: { readonly timeoutMs?: number },
): Promise<number> {
  const [row] = await run(sql, bindings, options);
  return row?.total as number;
}

/** What is known of the conversations with an end user, for the variables of an initialization. */
export interface EndUserHistory {
  /** How many there are, counted to 1,000. */
  readonly conversations: number;
  /** When the last one had its last message; absent when there is none. */
  readonly lastMessageAt?: string;
  /** `telnyx_conversation_channel` of the last one, as it was stored. */
  readonly lastChannel?: string;
}

/** So many are counted: enough to speak of, and a number that shares its index with a hundred thousand stays quick. */
const HISTORY_MAX = 1000;

/** One scan of the index of `telnyx_end_user_target`, newest first. */
const HISTORY = `
  SELECT last_message_at AS "lastMessageAt", metadata->>'telnyx_conversation_channel' AS "lastChannel", count(*) OVER () AS conversations
  FROM (
    SELECT last_message_at, metadata
    FROM conversations
    WHERE workspace_id = $1 AND metadata->>'telnyx_end_user_target' = $2 AND id::text IS DISTINCT FROM $3
    ORDER BY last_message_at DESC, id DESC
    LIMIT ${HISTORY_MAX}
  ) AS newest
  ORDER BY last_message_at DESC
  LIMIT 1`;

interface HistoryRow {
  readonly lastMessageAt: string;
  readonly lastChannel: string | null;
  readonly conversations: number;
}

/**
 * Reads the history of one end user, known by the exact text that was stored.
 *
 * @param options `excludeConversationId`: the conversation that begins now, which is no history yet
 */
export async function endUserHistory(
  { run }: Pick<Database, 'run'>,
  workspaceId: number,
  endUserTarget: string,
  { timeoutMs, excludeConversationId }: { readonly timeoutMs?: number; readonly excludeConversationId?: string } = {},
): Promise<EndUserHistory> {
  const bindings = [workspaceId, endUserTarget, excludeConversationId ?? null];
  const rows = await run(HISTORY, bindings, timeoutMs === undefined ? {} : { timeoutMs });
  const row = rows[0] as HistoryRow | undefined;
  if (row === undefined) return { conversations: 0 };
  const { conversations, lastMessageAt, lastChannel } = row;
  return { conversations, lastMessageAt, ...(lastChannel === null ? {} : { lastChannel }) };
}
