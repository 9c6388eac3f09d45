import type { Database } from '../../../src/store/database.js';
import type { ModelConversation } from './conversations.js';

/**
 * Puts conversations into a workspace of a test's own. The rows are written as they are, past the store's own checks: the
 * query language must stand whatever a row holds.
 */
export async function storeConversations(
  database: Database,
  workspaceId: number,
  conversations: readonly ModelConversation[],
): Promise<void> {
  await database.run(
    `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
     SELECT $1, id, name, metadata::jsonb, created_at::timestamptz, last_message_at::timestamptz
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS given (id, name, metadata, created_at, last_message_at)`,
    [
      workspaceId,
      conversations.map(({ id }) => id),
      conversations.map(({ name }) => name),
      conversations.map(({ metadata }) => metadata),
      conversations.map(({ createdAt }) => createdAt),
      conversations.map(({ lastMessageAt }) => lastMessageAt),
    ],
  );
}
