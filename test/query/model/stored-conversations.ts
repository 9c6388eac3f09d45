import { check } from '../../../src/query/check/check.js';
import { type CompiledQuery, compile } from '../../../src/query/compile/compile.js';
import type { Query } from '../../../src/query/ast.js';
import type { Database } from '../../../src/store/database.js';
import type { ModelConversation } from './conversations.js';
import type { Answer } from './evaluate.js';

/**
 * Puts conversations into a workspace of their own and gives back its id. The rows are written as they are, past the
 * store's own checks: the query language must stand whatever a row holds.
 */
export async function storeConversations(
  database: Database,
  name: string,
  conversations: readonly ModelConversation[],
): Promise<number> {
  const [workspace] = await database.run('INSERT INTO workspaces (name) VALUES ($1) RETURNING id', [name]);
  const workspaceId = workspace?.id as number;
  await database.run(
    `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
     SELECT $1, id, name, metadata::jsonb, created_at::timestamptz, last_message_at::timestamptz
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS given (id, name, metadata, created_at, last_message_at)`,
    [
      workspaceId,
      conversations.map(({ id }) => id),
      conversations.map((each) => each.name),
      conversations.map(({ metadata }) => metadata),
      conversations.map(({ createdAt }) => createdAt),
      conversations.map(({ lastMessageAt }) => lastMessageAt),
    ],
  );
  return workspaceId;
}

/** Checks and compiles a query for one workspace. */
export function compiled(query: Query, workspaceId: number, now: Date): CompiledQuery {
  return compile(check(query), { workspaceId, now });
}

/** What the database answers, as the client gets it: the columns under the names that were asked for. */
export async function answers(database: Database, { sql, bindings, names }: CompiledQuery): Promise<readonly Answer[]> {
  const rows = await database.run(sql, bindings);
  if (names === undefined) return rows;
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[`c${index}`]])));
}
