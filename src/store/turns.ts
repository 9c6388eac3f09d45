import type { Executor } from './database.js';
import type { JsonObject } from './json.js';

/** A turn to be stored as a message. */
export interface NewTurn {
  /** UUID: the same for the same turn, so that it is stored once. */
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly name?: string | undefined;
  /** ISO 8601. */
  readonly sentAt: string;
  readonly metadata?: JsonObject | undefined;
}

/** A turn that is stored. */
export interface KeptTurn {
  readonly id: string;
  readonly role: string;
  readonly text: string | null;
  readonly name: string | null;
  readonly sentAt: string;
  readonly metadata: JsonObject | null;
}

/** More are not read of one conversation. */
const TURNS_MAX = 10_000;

/** Selects the `KeptTurn`s of a workspace's conversation (bindings in this order). */
export const TURNS_OF_CONVERSATION = `
  SELECT id, role, text, name, sent_at AS "sentAt", metadata FROM messages
  WHERE workspace_id = ? AND conversation_id = ? AND role IN ('user', 'assistant')
  ORDER BY sent_at, ordinal LIMIT ${TURNS_MAX}`;

/** What was said in a conversation, oldest first; without tools' and systems' messages. */
export async function readTurns(
  db: Executor,
  workspaceId: number,
  conversationId: string,
): Promise<readonly KeptTurn[]> {
  const { rows } = await db.raw<{ rows: KeptTurn[] }>(TURNS_OF_CONVERSATION, [workspaceId, conversationId]);
  return rows;
}

/**
 * Adds turns to a conversation in their order, and takes away those that they replace; what is there already stays. The
 * conversation's count and the time of its last message follow; it goes on.
 *
 * @returns how many were added
 */
export async function replaceTurns(
  trx: Executor,
  workspaceId: number,
  conversationId: string,
  { added, removedIds = [], now }: { added: readonly NewTurn[]; removedIds?: readonly string[]; now: Date },
): Promise<number> {
  const { rows } = await trx.raw<{ rows: { added: number }[] }>(
    `WITH removed AS (
       DELETE FROM messages WHERE workspace_id = ? AND conversation_id = ? AND id = ANY(?::uuid[]) RETURNING id
     ), added AS (
       INSERT INTO messages (workspace_id, conversation_id, id, role, text, name, sent_at, created_at, metadata)
       SELECT ?, ?, t.id, t.role, t.text, t.name, t.sent_at, ?, t.metadata
       FROM ROWS FROM (
         jsonb_to_recordset(?::jsonb)
           AS (id uuid, role text, text text, name text, sent_at timestamptz, metadata jsonb)
       ) WITH ORDINALITY AS t(id, role, text, name, sent_at, metadata, n)
       ORDER BY t.n
       ON CONFLICT DO NOTHING
       RETURNING sent_at
     ), counted AS (SELECT count(*)::integer AS added, least(max(sent_at), ?::timestamptz) AS last FROM added)
     UPDATE conversations c SET
       message_count = c.message_count + counted.added - (SELECT count(*) FROM removed)::integer,
       last_message_at = CASE
         WHEN counted.last IS NULL THEN c.last_message_at
         WHEN c.message_count = 0 THEN counted.last
         ELSE greatest(c.last_message_at, counted.last)
       END,
       ended_at = CASE WHEN counted.added > 0 THEN NULL ELSE c.ended_at END
     FROM counted
     WHERE c.workspace_id = ? AND c.id = ?
     RETURNING counted.added`,
    [
      ...[workspaceId, conversationId, [...removedIds]],
      ...[workspaceId, conversationId, now.toISOString()],
      JSON.stringify(
        added.map(({ id, role, text, name, sentAt, metadata }) => ({
          ...{ id, role, text, sent_at: sentAt },
          ...(name === undefined ? {} : { name }),
          ...(metadata === undefined ? {} : { metadata }),
        })),
      ),
      now.toISOString(),
      ...[workspaceId, conversationId],
    ],
  );
  return rows[0]?.added ?? 0;
}
