import { callerKey } from './caller-key.js';
import { callersMergedInto, lockCallers } from './callers.js';
import type { Executor } from './database.js';
import { deleteInitializationsOf } from './initializations.js';
import { forgetPatternsOfConversations } from './patterns.js';

/** A batch of conversations that were deleted since they were too old. */
export interface DeletedConversations {
  /** How many. */
  readonly count: number;
  /** Whose calls they were; some may have nothing left. */
  readonly callerIds: readonly string[];
}

/**
 * Deletes conversations in which nobody has said anything since `before`, the oldest first, in the caller's transaction: with their
 * messages, insights and what was learned from them, what events said of them, and their records of initializations. One that somebody
 * writes to at this moment is left for the next time.
 *
 * @param max how many at most
 */
export async function deleteOldConversations(
  trx: Executor,
  workspaceId: number,
  { before, max }: { readonly before: Date; readonly max: number },
): Promise<DeletedConversations> {
  const { rows } = await trx.raw<{ rows: { id: string; callerId: string | null }[] }>(
    `SELECT c.id, k.caller_id AS "callerId" FROM conversations c
     LEFT JOIN calls k ON k.workspace_id = c.workspace_id AND k.conversation_id = c.id
     WHERE c.workspace_id = ? AND c.last_message_at < ?::timestamptz
     ORDER BY c.last_message_at, c.id LIMIT ? FOR UPDATE OF c SKIP LOCKED`,
    [workspaceId, before.toISOString(), max],
  );
  if (rows.length === 0) return { count: 0, callerIds: [] };
  const ids = rows.map(({ id }) => id);
  await trx.raw(
    'UPDATE events SET body = NULL WHERE workspace_id = ? AND conversation_id = ANY(?::text[]) AND body IS NOT NULL',
    [workspaceId, ids],
  );
  await forgetPatternsOfConversations(trx, workspaceId, ids);
  await deleteInitializationsOf(trx, workspaceId, { conversationIds: ids });
  await trx.raw('DELETE FROM conversations WHERE workspace_id = ? AND id = ANY(?::uuid[])', [workspaceId, ids]);
  return { count: ids.length, callerIds: [...new Set(rows.flatMap(({ callerId }) => callerId ?? []))] };
}

const HAS_NOTHING = (caller: string): string => `
  NOT EXISTS (SELECT FROM calls k WHERE k.workspace_id = ${caller}.workspace_id AND k.caller_id = ${caller}.id)
  AND NOT EXISTS (SELECT FROM facts f WHERE f.workspace_id = ${caller}.workspace_id AND f.caller_id = ${caller}.id)`;

/**
 * Callers of whom there has been neither a call nor a fact since `before`: the last process may have ended before it deleted them, or
 * somebody deleted their conversations. In the order of their ids.
 *
 * @param after goes on behind this one
 * @param max how many at most
 */
export async function callersWithNothing(
  db: Executor,
  workspaceId: number,
  { before, after, max }: { readonly before: Date; readonly after: string | undefined; readonly max: number },
): Promise<readonly string[]> {
  const at = before.toISOString();
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT c.id FROM callers c
     WHERE c.workspace_id = ? AND c.merged_into IS NULL AND c.updated_at < ?::timestamptz AND ${HAS_NOTHING('c')}
       AND (?::uuid IS NULL OR c.id > ?::uuid)
       AND NOT EXISTS (
         SELECT FROM callers m WHERE m.workspace_id = c.workspace_id AND m.merged_into = c.id
           AND (m.updated_at >= ?::timestamptz OR NOT (${HAS_NOTHING('m')}))
       )
     ORDER BY c.id LIMIT ?`,
    [workspaceId, at, after ?? null, after ?? null, at, max],
  );
  return rows.map(({ id }) => id);
}

/**
 * Deletes a caller with all who were merged into it and their identities, in the caller's transaction, when neither a call nor a fact of
 * theirs is left. The number may come back as somebody new.
 *
 * @param rootId a caller that counts
 * @returns who was deleted; nobody where there still is something
 */
export async function deleteCallerWithNothing(
  trx: Executor,
  workspaceId: number,
  rootId: string,
): Promise<readonly string[]> {
  await lockCallers(trx, workspaceId, await callersMergedInto(trx, workspaceId, rootId), { isRemoval: true });
  // Once more: a call may have come before the lock was there, or somebody may have been merged in.
  const callerIds = await callersMergedInto(trx, workspaceId, rootId);
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `SELECT c.id FROM callers c WHERE c.workspace_id = ? AND c.id = ANY(?::uuid[]) AND ${HAS_NOTHING('c')}`,
    [workspaceId, [...callerIds]],
  );
  if (callerIds.length === 0 || rows.length < callerIds.length) return [];
  const { rows: identities } = await trx.raw<{ rows: { kind: string; value: string }[] }>(
    'SELECT kind, value FROM caller_identities WHERE workspace_id = ? AND caller_id = ANY(?::uuid[])',
    [workspaceId, [...callerIds]],
  );
  for (const identity of identities)
    await deleteInitializationsOf(trx, workspaceId, { key: callerKey(workspaceId, identity) });
  await trx.raw('UPDATE callers SET merged_into = NULL WHERE workspace_id = ? AND id = ANY(?::uuid[])', [
    ...[workspaceId, [...callerIds]],
  ]);
  await trx.raw('DELETE FROM callers WHERE workspace_id = ? AND id = ANY(?::uuid[])', [workspaceId, [...callerIds]]);
  return callerIds;
}
