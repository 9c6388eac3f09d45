import { CALL_COLUMNS, type StoredCall } from './calls.js';
import { isoTimeOfJson } from './column-values.js';
import type { Executor } from './database.js';
import { ANY_ERASED, anyErasedBindings, type Erasable } from './tombstones.js';
import { type KeptTurn, TURNS_OF_CONVERSATION } from './turns.js';

/** What is stored of a call that is told of now. */
export interface CallSoFar {
  /** It, or what tells of it, was erased: also while the transaction waited for the erasure. */
  readonly isErased: boolean;
  /** Absent: the conversation is not known to be a call. */
  readonly call?: StoredCall | undefined;
  /** The caller that counts for the call's; absent: it has none, or that one is gone. */
  readonly rootId?: string | undefined;
  /** Oldest first. */
  readonly turns: readonly KeptTurn[];
}

/**
 * In one statement. In a transaction that has the conversation locked, it stays so.
 *
 * @param of by what it may have been erased
 */
export async function readCallSoFar(
  trx: Executor,
  workspaceId: number,
  conversationId: string,
  of: readonly Erasable[],
): Promise<CallSoFar> {
  const { rows } = await trx.raw<{ rows: Row[] }>(
    `SELECT k.*, (
       WITH RECURSIVE up AS (
         SELECT id, merged_into FROM callers WHERE workspace_id = ? AND id = k."callerId"
         UNION ALL
         SELECT c.id, c.merged_into FROM up JOIN callers c ON c.workspace_id = ? AND c.id = up.merged_into
       )
       SELECT id FROM up WHERE merged_into IS NULL
     ) AS "rootId", (SELECT json_agg(t) FROM (${TURNS_OF_CONVERSATION}) t) AS turns, ${ANY_ERASED} AS "isErased"
     FROM (SELECT) one
     LEFT JOIN LATERAL (SELECT ${CALL_COLUMNS} FROM calls WHERE workspace_id = ? AND conversation_id = ?) k ON true`,
    [
      ...[workspaceId, workspaceId, workspaceId, conversationId],
      ...anyErasedBindings(workspaceId, of),
      ...[workspaceId, conversationId],
    ],
  );
  const { isErased, rootId, turns, ...call } = rows[0] as Row;
  return {
    isErased,
    ...(call.conversationId === null ? {} : { call }),
    ...(rootId === null ? {} : { rootId }),
    turns: (turns ?? []).map((turn) => ({ ...turn, sentAt: isoTimeOfJson(turn.sentAt) })),
  };
}

/** Of a conversation that is no call, all of the call is null. */
type Row = (StoredCall | { readonly conversationId: null }) & {
  readonly isErased: boolean;
  readonly rootId: string | null;
  readonly turns: readonly KeptTurn[] | null;
};
