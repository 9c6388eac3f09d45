import type { Knex } from 'knex';

/**
 * Conversations that a batch is loaded into. Who adds messages locks the row of their conversation first, here as in `messages.ts`: under
 * that lock nobody else adds any, so what is there already can be asked beforehand.
 */

/** A conversation that is there already. */
export interface LockedConversation {
  readonly id: string;
  /** `metadata.assistant_id`, where that is a text. */
  readonly assistantId: string | null;
  /** ISO 8601. */
  readonly lastMessageAt: string;
  /** It has not ended. */
  readonly isOpen: boolean;
}

/**
 * Which of the conversations are there. Their rows are locked until the transaction ends: nobody adds a message to them, or
 * deletes them, meanwhile.
 *
 * @param ids in lower case, sorted: two that lock in the same order do not wait for each other
 */
export async function lockConversations(
  trx: Knex.Transaction,
  workspaceId: number,
  ids: readonly string[],
): Promise<readonly LockedConversation[]> {
  const { rows } = await trx.raw<{ rows: LockedConversation[] }>(
    `SELECT id, metadata->>'assistant_id' AS "assistantId", last_message_at AS "lastMessageAt", ended_at IS NULL AS "isOpen"
     FROM conversations
     WHERE workspace_id = ? AND id = ANY(?::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [workspaceId, ids as string[]],
  );
  return rows;
}

/**
 * Which messages are there already, of conversations that are locked.
 *
 * @param ids the messages' ids, each with its conversation's at the same place of the other list
 * @returns `conversation_id/id` of each
 */
export async function findMessages(
  trx: Knex.Transaction,
  workspaceId: number,
  conversationIds: readonly string[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return findPairs(trx, workspaceId, 'messages', conversationIds, ids);
}

/** The same of runs of insights. */
export async function findConversationInsights(
  trx: Knex.Transaction,
  workspaceId: number,
  conversationIds: readonly string[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  return findPairs(trx, workspaceId, 'conversation_insights', conversationIds, ids);
}

async function findPairs(
  trx: Knex.Transaction,
  workspaceId: number,
  table: 'messages' | 'conversation_insights',
  conversationIds: readonly string[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  // A join in this direction: the primary key is asked once for each pair.
  const { rows } = await trx.raw<{ rows: { key: string }[] }>(
    `SELECT asked.conversation_id || '/' || asked.id AS key
     FROM unnest(?::uuid[], ?::uuid[]) AS asked (conversation_id, id)
     WHERE EXISTS (
       SELECT 1 FROM ${table} t
       WHERE t.workspace_id = ? AND t.conversation_id = asked.conversation_id AND t.id = asked.id
     )`,
    [conversationIds as string[], ids as string[], workspaceId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** The assistants among these of whose conversations nothing is kept; a deleted one's word goes on holding. */
export async function assistantsWithoutRetention(
  trx: Knex.Transaction,
  workspaceId: number,
  assistantIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (assistantIds.length === 0) return new Set();
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    'SELECT id FROM assistants WHERE workspace_id = ? AND id = ANY(?::text[]) AND NOT data_retention',
    [workspaceId, assistantIds as string[]],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What messages that were loaded mean for a conversation that was there. */
export interface LoadedMessages {
  readonly conversationId: string;
  readonly count: number;
  /** The greatest of their times. ISO 8601. */
  readonly lastMessageAt: string;
  /** The conversation ended with its last message, whichever that is: where it still has that end, it moves along. */
  readonly movesEnd: boolean;
  /** The conversation goes on, as with any new message. */
  readonly reopens: boolean;
}

/** Counts messages that were loaded into conversations that are locked. */
export async function countLoadedMessages(
  trx: Knex.Transaction,
  workspaceId: number,
  loaded: readonly LoadedMessages[],
): Promise<void> {
  if (loaded.length === 0) return;
  await trx.raw(
    `WITH loaded AS (
       SELECT c.id, l.count, l.moves_end, l.reopens,
         CASE WHEN c.message_count = 0 THEN l.last_message_at ELSE greatest(c.last_message_at, l.last_message_at) END AS last_message_at
       FROM unnest(?::uuid[], ?::integer[], ?::timestamptz[], ?::boolean[], ?::boolean[]) AS l (id, count, last_message_at, moves_end, reopens)
       JOIN conversations c ON c.workspace_id = ? AND c.id = l.id
     )
     UPDATE conversations c SET
       message_count = c.message_count + loaded.count,
       last_message_at = loaded.last_message_at,
       ended_at = CASE
         WHEN loaded.reopens THEN NULL
         WHEN loaded.moves_end AND c.ended_at = c.last_message_at THEN loaded.last_message_at
         ELSE c.ended_at
       END
     FROM loaded WHERE c.workspace_id = ? AND c.id = loaded.id`,
    [
      loaded.map(({ conversationId }) => conversationId),
      loaded.map(({ count }) => count),
      loaded.map(({ lastMessageAt }) => lastMessageAt),
      loaded.map(({ movesEnd }) => movesEnd),
      loaded.map(({ reopens }) => reopens),
      workspaceId,
      workspaceId,
    ] as unknown as Knex.RawBinding[],
  );
}

/** New values of a conversation that is locked; what is absent stays. */
export interface ConversationChange {
  readonly id: string;
  readonly name?: string;
  /** JSON text. */
  readonly metadata?: string;
  /** Null: it goes on. */
  readonly endedAt?: string | null;
}

/** @returns how many conversations have another name, metadata or end than before */
export async function changeConversations(
  trx: Knex.Transaction,
  workspaceId: number,
  changes: readonly ConversationChange[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const { rowCount } = await trx.raw<{ rowCount: number }>(
    `WITH given AS (
       SELECT c.id,
         coalesce(g.name, c.name) AS name,
         coalesce(g.metadata, c.metadata) AS metadata,
         CASE WHEN g.has_end THEN g.ended_at ELSE c.ended_at END AS ended_at
       FROM unnest(?::uuid[], ?::text[], ?::jsonb[], ?::boolean[], ?::timestamptz[]) AS g (id, name, metadata, has_end, ended_at)
       JOIN conversations c ON c.workspace_id = ? AND c.id = g.id
     )
     UPDATE conversations c SET name = given.name, metadata = given.metadata, ended_at = given.ended_at
     FROM given WHERE c.workspace_id = ? AND c.id = given.id
       AND (c.name, c.metadata, c.ended_at) IS DISTINCT FROM (given.name, given.metadata, given.ended_at)`,
    [
      changes.map(({ id }) => id),
      changes.map(({ name }) => name ?? null),
      changes.map(({ metadata }) => metadata ?? null),
      changes.map(({ endedAt }) => endedAt !== undefined),
      changes.map(({ endedAt }) => endedAt ?? null),
      workspaceId,
      workspaceId,
    ] as unknown as Knex.RawBinding[],
  );
  return rowCount;
}
