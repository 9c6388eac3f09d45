import { randomUUID } from 'node:crypto';
import type { CompiledCount, CompiledQuery } from '../query/compile/compile.js';
import type { Database, Executor } from './database.js';
import type { JsonObject } from './json.js';
import { forgetPatternsOfConversations } from './patterns.js';

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

/**
 * Waits until nobody is about to make the conversation, and has who wants to make it from now on wait for the end of the transaction. Where
 * there is none, one without anything in it is made, which the transaction has to delete again.
 */
export async function holdConversation(trx: Executor, workspaceId: number, id: string, at: Date): Promise<void> {
  await trx.raw(
    `INSERT INTO conversations (workspace_id, id, metadata, created_at, last_message_at)
     VALUES (?, ?, '{}', ?::timestamptz, ?::timestamptz) ON CONFLICT DO NOTHING`,
    [workspaceId, id, at.toISOString(), at.toISOString()],
  );
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

/**
 * Deletes a conversation with its messages, its insights, the records of how it began, and what events said of it; false when there was
 * none. That there were events stays: one that is delivered again must not bring it back.
 */
export async function deleteConversation(db: Executor, workspaceId: number, id: string): Promise<boolean> {
  await forgetPatternsOfConversations(db, workspaceId, [id]);
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `WITH forgotten AS (UPDATE events SET body = NULL WHERE workspace_id = ? AND conversation_id = ?::uuid::text),
       unrecorded AS (DELETE FROM initializations WHERE workspace_id = ? AND conversation_id = ?::uuid::text)
     DELETE FROM conversations WHERE workspace_id = ? AND id = ?`,
    [workspaceId, id, workspaceId, id, workspaceId, id],
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
