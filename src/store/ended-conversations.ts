import type { Executor } from './database.js';

/**
 * Notes that a conversation has ended, unless it had already. Of several at once one is the first: the row is locked until its
 * transaction is over.
 *
 * @param idleSince only when its last message is not later than this
 * @returns false when the workspace has no such conversation, it had ended, or goes on
 */
export async function markConversationEnded(
  db: Executor,
  workspaceId: number,
  id: string,
  { at, idleSince }: { readonly at: Date; readonly idleSince?: Date | undefined },
): Promise<boolean> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `UPDATE conversations SET ended_at = ?::timestamptz
     WHERE workspace_id = ? AND id = ? AND ended_at IS NULL AND last_message_at <= coalesce(?::timestamptz, 'infinity')`,
    [at.toISOString(), workspaceId, id, idleSince?.toISOString() ?? null],
  );
  return rowCount > 0;
}

/** How a conversation ended. */
export interface ConversationEnding {
  /** ISO 8601; null while it goes on. */
  readonly endedAt: string | null;
  /** The run of insights that was made last; null where there is none. */
  readonly conversationInsightId: string | null;
}

/** @returns undefined when the workspace has no such conversation */
export async function findConversationEnding(
  db: Executor,
  workspaceId: number,
  id: string,
): Promise<ConversationEnding | undefined> {
  const { rows } = await db.raw<{ rows: ConversationEnding[] }>(
    `SELECT ended_at AS "endedAt", (
       SELECT i.id FROM conversation_insights i
       WHERE i.workspace_id = c.workspace_id AND i.conversation_id = c.id ORDER BY i.created_at DESC, i.id DESC LIMIT 1
     ) AS "conversationInsightId"
     FROM conversations c WHERE c.workspace_id = ? AND c.id = ?`,
    [workspaceId, id],
  );
  return rows[0];
}

/** Where a walk over conversations in the order of their last message has got to. */
export interface IdlePosition {
  /** ISO 8601. */
  readonly lastMessageAt: string;
  readonly id: string;
}

export interface IdleRange {
  /** Exclusive. */
  readonly after: IdlePosition;
  readonly until: Date;
  /** So many rows are looked at, whatever they hold. */
  readonly rowsMax: number;
}

const LOOK = `
  SELECT id, last_message_at AS "lastMessageAt", ended_at IS NULL AND message_count > 0 AS "isOpen"
  FROM conversations
  WHERE workspace_id = ? AND (last_message_at, id) > (?::timestamptz, ?::uuid) AND last_message_at <= ?::timestamptz
  ORDER BY last_message_at, id
  LIMIT ?`;

/**
 * One step over a workspace's conversations by the time of their last message, on the index of that order.
 *
 * @returns those with messages that have not ended, and where to go on; `next` is undefined at the end of the range
 */
export async function listIdleConversations(
  db: Executor,
  workspaceId: number,
  { after, until, rowsMax }: IdleRange,
): Promise<{ readonly ids: readonly string[]; readonly next: IdlePosition | undefined }> {
  const { rows } = await db.raw<{ rows: (IdlePosition & { isOpen: boolean })[] }>(LOOK, [
    ...[workspaceId, after.lastMessageAt, after.id, until.toISOString(), rowsMax],
  ]);
  const last = rows.length < rowsMax ? undefined : rows.at(-1);
  return {
    ids: rows.filter(({ isOpen }) => isOpen).map(({ id }) => id),
    next: last && { lastMessageAt: last.lastMessageAt, id: last.id },
  };
}
