import type { Executor } from './database.js';

/** A conversation that is a call of somebody. Times are ISO 8601. */
export interface StoredCall {
  readonly conversationId: string;
  readonly callerId: string | null;
  readonly platform: string;
  /** The platform's id. */
  readonly callId: string;
  readonly agentId: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** When its report came. */
  readonly reportedAt: string | null;
  /** When it was last read for facts. */
  readonly extractedAt: string | null;
}

export interface NewCall {
  readonly conversationId: string;
  readonly callerId: string | null;
  readonly platform: string;
  readonly callId: string;
  readonly agentId?: string | undefined;
  readonly startedAt: Date;
  /** Where its report has come: when, and when the call ended. */
  readonly reported?: { readonly at: Date; readonly endedAt: Date } | undefined;
}

/** Of a `StoredCall`. */
export const CALL_COLUMNS = `conversation_id AS "conversationId", caller_id AS "callerId", platform, call_id AS "callId", agent_id AS "agentId",
  started_at AS "startedAt", ended_at AS "endedAt", reported_at AS "reportedAt", extracted_at AS "extractedAt"`;

/**
 * Keeps that a conversation is a call. What is known of it already stays; what was not known is added. Its row is locked until the
 * transaction ends, so that two reports of one call are stored one after the other.
 */
export async function keepCall(trx: Executor, workspaceId: number, call: NewCall): Promise<StoredCall> {
  const { rows } = await trx.raw<{ rows: StoredCall[] }>(
    `INSERT INTO calls AS c
       (workspace_id, conversation_id, caller_id, platform, call_id, agent_id, started_at, reported_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (workspace_id, conversation_id) DO UPDATE SET
       caller_id = COALESCE(c.caller_id, excluded.caller_id),
       agent_id = COALESCE(c.agent_id, excluded.agent_id),
       started_at = least(c.started_at, excluded.started_at),
       reported_at = COALESCE(c.reported_at, excluded.reported_at),
       ended_at = COALESCE(c.ended_at, excluded.ended_at)
     RETURNING ${CALL_COLUMNS}`,
    [
      ...[workspaceId, call.conversationId, call.callerId, call.platform, call.callId],
      ...[call.agentId ?? null, call.startedAt.toISOString()],
      ...[call.reported?.at.toISOString() ?? null, call.reported?.endedAt.toISOString() ?? null],
    ],
  );
  return rows[0] as StoredCall;
}

/** @returns undefined when the workspace knows no such call; so does the function below */
export async function findCall(
  db: Executor,
  workspaceId: number,
  platform: string,
  callId: string,
): Promise<StoredCall | undefined> {
  const { rows } = await db.raw<{ rows: StoredCall[] }>(
    `SELECT ${CALL_COLUMNS} FROM calls WHERE workspace_id = ? AND platform = ? AND call_id = ?`,
    [workspaceId, platform, callId],
  );
  return rows[0];
}

/** The call that a conversation is. */
export async function callOfConversation(
  db: Executor,
  workspaceId: number,
  conversationId: string,
): Promise<StoredCall | undefined> {
  const { rows } = await db.raw<{ rows: StoredCall[] }>(
    `SELECT ${CALL_COLUMNS} FROM calls WHERE workspace_id = ? AND conversation_id = ?`,
    [workspaceId, conversationId],
  );
  return rows[0];
}
