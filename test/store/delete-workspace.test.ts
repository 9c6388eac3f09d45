import { expect, test } from 'vitest';
import type { Executor } from '../../src/store/database.js';
import { deleteWorkspace, findWorkspace } from '../../src/store/workspaces.js';
import { describeOnBothDatabases, makeWorkspace } from '../support/databases.js';

/** Conversations with so many messages each, and rows of the other tables that may be large. */
async function fill(db: Executor, workspaceId: number, conversations: number, messages: number, rows: number) {
  await db.raw(
    `INSERT INTO conversations (workspace_id, id, created_at, last_message_at, message_count)
     SELECT ?, gen_random_uuid(), now(), now(), ? FROM generate_series(1, ?::integer)`,
    [workspaceId, messages, conversations],
  );
  await db.raw(
    `INSERT INTO messages (workspace_id, conversation_id, id, role, text, sent_at, created_at)
     SELECT workspace_id, id, gen_random_uuid(), 'user', 'Hi', now(), now()
     FROM conversations, generate_series(1, ?::integer) WHERE workspace_id = ?`,
    [messages, workspaceId],
  );
  await db.raw(
    `INSERT INTO events (workspace_id, platform, event_key, event_type, received_at)
     SELECT ?, 'telnyx', number::text, 'call.hangup', now() FROM generate_series(1, ?::integer) AS number`,
    [workspaceId, rows],
  );
  await db.raw(
    `INSERT INTO idempotency_keys (workspace_id, key, request_hash, status, answer, created_at)
     SELECT ?, number::text, '', 200, '{}', now() FROM generate_series(1, ?::integer) AS number`,
    [workspaceId, rows],
  );
}

const TABLES = ['conversations', 'messages', 'events', 'idempotency_keys', 'insights'] as const;

describeOnBothDatabases('deleting a workspace', (database) => {
  const countsOf = async (workspaceId: number): Promise<readonly number[]> => {
    const counts: number[] = [];
    for (const table of TABLES) {
      const { rows } = await database().knex.raw(`SELECT count(*) AS count FROM ${table} WHERE workspace_id = ?`, [
        workspaceId,
      ]);
      counts.push(rows[0].count);
    }
    return counts;
  };

  test('deletes all it has, in statements of a bounded size, and nothing of another', async () => {
    const { knex } = database();
    const [workspace, other] = [await makeWorkspace(database()), await makeWorkspace(database())];
    await fill(knex, workspace.id, 12, 3_000, 12_000);
    await fill(knex, other.id, 2, 3, 4);
    const deleted: Record<string, number[]> = {};
    const heard = ({ sql }: { sql: string }, { rowCount }: { rowCount: number }) => {
      const [, table] = /^\s*DELETE FROM (\w+)/.exec(sql) ?? [];
      if (table !== undefined) deleted[table] = [...(deleted[table] ?? []), rowCount];
    };
    knex.on('query-response', (answer, query) => heard(query, answer));
    try {
      expect(await deleteWorkspace(knex, workspace.id)).toBe(true);
    } finally {
      knex.removeAllListeners('query-response');
    }
    // 10,000 messages are begun at most: four conversations have 12,000.
    expect(deleted.conversations).toEqual([4, 4, 4, 0]);
    expect(deleted.events).toEqual([5_000, 5_000, 2_000, 0]);
    expect(deleted.idempotency_keys).toEqual([5_000, 5_000, 2_000, 0]);
    expect(await countsOf(workspace.id)).toEqual([0, 0, 0, 0, 0]);
    expect(await findWorkspace(knex, workspace.name)).toBeUndefined();
    expect(await countsOf(other.id)).toEqual([2, 6, 4, 4, 1]);
    expect(await deleteWorkspace(knex, workspace.id)).toBe(false);
  });
});
