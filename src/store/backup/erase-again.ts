import type { Knex } from 'knex';
import { NIL_UUID } from '../../uuid.js';
import { allowLongTransaction } from '../allow-long-transaction.js';
import { callersMergedInto } from '../callers.js';
import { deleteConversation } from '../conversations.js';
import type { Database } from '../database.js';
import { eraseCaller } from '../erase-caller.js';
import { erasedAmong } from '../tombstones.js';

/** What a restore brought back and was erased once more. */
export interface ErasedAgain {
  readonly callers: number;
  readonly conversations: number;
}

/** Ids whose hashes are looked for at once. */
const PAGE = 5_000;

/**
 * Erases what marks say was erased before: a restore brought it back. Callers all of whose conversations were erased go with all that
 * is known of them. Doing it again changes nothing more.
 */
export async function eraseAgain({ knex }: Database, now: Date): Promise<ErasedAgain> {
  const total = { callers: 0, conversations: 0 };
  const { rows } = await knex.raw<{ rows: { id: number }[] }>(
    'SELECT id FROM workspaces w WHERE EXISTS (SELECT FROM tombstones t WHERE t.workspace_id = w.id) ORDER BY id',
  );
  for (const { id: workspaceId } of rows) {
    await knex.transaction(async (trx) => {
      await allowLongTransaction(trx);
      const ids = await erasedConversations(trx, workspaceId);
      if (ids.length === 0) return;
      total.conversations += ids.length;
      for (const callerId of await callersOf(trx, workspaceId, ids)) {
        if ((await eraseCaller(trx, workspaceId, callerId, now)) !== undefined) total.callers += 1;
      }
      // Of callers who have others, and of nobody.
      for (const id of ids) await deleteConversation(trx, workspaceId, id);
    });
  }
  return total;
}

async function erasedConversations(trx: Knex.Transaction, workspaceId: number): Promise<readonly string[]> {
  const found: string[] = [];
  let after = NIL_UUID;
  for (;;) {
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `SELECT id FROM conversations WHERE workspace_id = ? AND id > ?::uuid ORDER BY id LIMIT ${PAGE}`,
      [workspaceId, after],
    );
    const ids = rows.map(({ id }) => id);
    found.push(...(await erasedAmong(trx, workspaceId, 'conversation', ids)));
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return found;
    after = last;
  }
}

/** The callers who count, and who have had, with all who were merged into them, no other conversation than these. */
async function callersOf(
  trx: Knex.Transaction,
  workspaceId: number,
  conversationIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `WITH RECURSIVE up AS (
       SELECT c.id, c.merged_into FROM calls k JOIN callers c ON c.workspace_id = k.workspace_id AND c.id = k.caller_id
       WHERE k.workspace_id = ? AND k.conversation_id = ANY(?::uuid[])
       UNION SELECT c.id, c.merged_into FROM up JOIN callers c ON c.workspace_id = ? AND c.id = up.merged_into
     )
     SELECT id FROM up WHERE merged_into IS NULL ORDER BY id`,
    [workspaceId, conversationIds as string[], workspaceId],
  );
  const found: string[] = [];
  for (const { id } of rows) {
    const { rows: others } = await trx.raw<{ rows: unknown[] }>(
      `SELECT 1 FROM calls WHERE workspace_id = ? AND caller_id = ANY(?::uuid[]) AND NOT conversation_id = ANY(?::uuid[]) LIMIT 1`,
      [workspaceId, [...(await callersMergedInto(trx, workspaceId, id))], conversationIds as string[]],
    );
    if (others.length === 0) found.push(id);
  }
  return found;
}
