import { CALL_COLUMNS, type StoredCall } from './calls.js';
import { conversationRetains } from './data-retention.js';
import type { Executor } from './database.js';
import type { JsonObject } from './json.js';
import type { WorkspaceSettings } from './workspace-settings.js';

/** A conversation that is to be read for facts, without its turns. */
export interface CallToLearn {
  readonly metadata: JsonObject;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Whether its messages may be stored: see `retainsData`. */
  readonly retains: boolean;
  /** Of the workspace. */
  readonly settings: WorkspaceSettings;
  /** Absent: nobody said yet that it is a call. */
  readonly call?: StoredCall | undefined;
}

/** Of a conversation that is no call, all of the call is null. */
type Row = Omit<CallToLearn, 'call'> & (StoredCall | { readonly conversationId: null });

/** In one statement. @returns undefined when the workspace has no such conversation */
export async function readCallToLearn(
  db: Executor,
  workspaceId: number,
  conversationId: string,
): Promise<CallToLearn | undefined> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `SELECT c.metadata, c.created_at AS "createdAt", w.settings, ${conversationRetains('c')} AS retains, k.*
     FROM conversations c
     JOIN workspaces w ON w.id = c.workspace_id
     LEFT JOIN LATERAL (
       SELECT ${CALL_COLUMNS} FROM calls WHERE workspace_id = c.workspace_id AND conversation_id = c.id
     ) k ON true
     WHERE c.workspace_id = ? AND c.id = ?`,
    [workspaceId, conversationId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { metadata, createdAt, retains, settings, ...call } = row;
  return { metadata, createdAt, retains, settings, ...(call.conversationId === null ? {} : { call }) };
}
