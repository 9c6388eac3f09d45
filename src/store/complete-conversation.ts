import type { Executor } from './database.js';
import type { JsonObject } from './json.js';
import { STORABLE_LIMITS } from './storable.js';

/** What a platform knows of a conversation. */
export interface KnownConversation {
  readonly id: string;
  readonly name?: string | null;
  /** Checked by `metadataProblems` before. */
  readonly metadata: JsonObject;
  readonly createdAt: Date;
  /** Whether `createdAt` is told by whoever made the conversation, so that it goes before a time that was guessed. */
  readonly isOrigin?: boolean;
}

/**
 * Makes a conversation, or adds to one what it has not: the name, and keys of its metadata. What is there stays. Where both would
 * be larger together than a conversation's metadata may be, its own stays alone.
 *
 * @returns whether it was made now
 */
export async function completeConversation(
  db: Executor,
  workspaceId: number,
  { id, name = null, metadata, createdAt, isOrigin = false }: KnownConversation,
): Promise<boolean> {
  const at = createdAt.toISOString();
  const { rows } = await db.raw<{ rows: { made: boolean }[] }>(
    `INSERT INTO conversations AS c (workspace_id, id, name, metadata, created_at, last_message_at)
     VALUES (?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz)
     ON CONFLICT (workspace_id, id) DO UPDATE SET
       name = COALESCE(c.name, excluded.name),
       metadata = CASE WHEN octet_length((excluded.metadata || c.metadata)::text) <= ${STORABLE_LIMITS.metadataBytes}
         THEN excluded.metadata || c.metadata ELSE c.metadata END,
       created_at = CASE WHEN ? THEN excluded.created_at ELSE c.created_at END,
       last_message_at = CASE WHEN ? AND c.message_count = 0 THEN excluded.last_message_at ELSE c.last_message_at END
     RETURNING (xmax = 0) AS made`,
    [workspaceId, id, name, JSON.stringify(metadata), at, at, isOrigin, isOrigin],
  );
  return rows[0]?.made === true;
}

/** The conversation of a call, the newest where several have it; undefined when the workspace has none. */
export async function conversationOfCall(
  db: Executor,
  workspaceId: number,
  callControlId: string,
): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM conversations WHERE workspace_id = ? AND metadata->>'call_control_id' = ?
     ORDER BY last_message_at DESC, id DESC LIMIT 1`,
    [workspaceId, callControlId],
  );
  return rows[0]?.id;
}
