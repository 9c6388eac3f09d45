import { isUuid } from '../uuid.js';
import type { Executor } from './database.js';

/** Whose data it is: of a conversation, of an assistant, or of both where an event names both. */
export interface DataOwner {
  readonly conversationId?: string | undefined;
  readonly assistantId?: string | undefined;
}

/**
 * Whether messages, insights and event bodies may be stored: not when the assistant, or the one that the conversation's
 * `metadata.assistant_id` names, has `privacy_settings.data_retention` false. That holds on after the assistant was deleted. What
 * is not known here may be stored.
 */
export async function retainsData(db: Executor, workspaceId: number, owner: DataOwner): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { retains: boolean }[] }>(
    `SELECT ${RETAINS_DATA} AS retains`,
    retainsDataBindings(workspaceId, owner),
  );
  return rows[0]?.retains === true;
}

/** The same as a condition, with the bindings below. */
export const RETAINS_DATA = `NOT EXISTS (
       SELECT FROM assistants
       WHERE workspace_id = ? AND NOT data_retention AND id IN (
         ?, (SELECT metadata->>'assistant_id' FROM conversations WHERE workspace_id = ? AND id = ?::uuid)
       )
     )`;

export function retainsDataBindings(workspaceId: number, { conversationId, assistantId }: DataOwner) {
  return [
    ...[workspaceId, storableOr(assistantId)],
    ...[workspaceId, conversationId !== undefined && isUuid(conversationId) ? conversationId : null],
  ];
}

/**
 * What `retainsData` says of a conversation, as a condition of statements that read it.
 *
 * @param conversation the alias of its row
 */
export function conversationRetains(conversation: string): string {
  return `NOT EXISTS (
       SELECT FROM assistants a
       WHERE a.workspace_id = ${conversation}.workspace_id AND NOT a.data_retention AND a.id = ${conversation}.metadata->>'assistant_id'
     )`;
}

/** No assistant has an id with U+0000, and Postgres takes no such text. */
function storableOr(text: string | undefined): string | null {
  return text === undefined || text.includes('\0') ? null : text;
}
