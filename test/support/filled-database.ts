import { randomUUID } from 'node:crypto';
import { readSchemaTables } from '../../src/store/backup/schema-tables.js';
import type { Database } from '../../src/store/database.js';
import { insertJob } from '../../src/store/jobs.js';
import { createWorkspace } from '../../src/store/workspaces.js';

/** What COPY, JSON and SQL write in ways of their own. */
const WORDS = [
  'tab\there',
  'line\nfeed',
  'back\\slash \\N \\.',
  `'quotes' "both"`,
  'ünïcödé 🦊',
  '',
  '{"a":1}',
  '\u0007 bell',
];

/**
 * Fills a migrated database with something in every table that a backup has to carry: two workspaces, one that was deleted
 * between them, conversations with messages, a job that waits, sealed secrets, callers that point at one another.
 *
 * @returns the ids of its workspaces
 */
export async function fillDatabase({ knex }: Database): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const name of ['acme', 'gone', 'umbrella']) {
    const workspace = await createWorkspace(knex, { name });
    ids.push((workspace as { id: number }).id);
  }
  const [acme, gone, umbrella] = ids as [number, number, number];
  await knex.raw('DELETE FROM workspaces WHERE id = ?', [gone]);
  for (const workspaceId of [acme, umbrella]) {
    for (const [index, word] of WORDS.entries()) {
      const id = randomUUID();
      await knex.raw(
        `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at, message_count, ended_at)
         VALUES (?, ?, ?, ?::jsonb, '2025-01-02 03:04:05.678901+00', now(), 2, ?)`,
        [
          workspaceId,
          id,
          word,
          JSON.stringify({ word, [word]: [null, 1.5e300, true] }),
          index % 2 === 0 ? null : '2025-02-01T00:00:00Z',
        ],
      );
      for (const role of ['user', 'assistant']) {
        await knex.raw(
          `INSERT INTO messages (workspace_id, conversation_id, id, role, text, sent_at, created_at, tool_calls)
           VALUES (?, ?, ?, ?, ?, now(), now(), ?::jsonb)`,
          [workspaceId, id, randomUUID(), role, role === 'user' ? word : null, JSON.stringify([{ word }])],
        );
      }
    }
    await knex.raw(
      `INSERT INTO insights (workspace_id, id, name, instructions, json_schema, created_at)
       VALUES (?, ?, 'Order', 'Find it.', '{"z": 1,  "a": {"b": [1, 2]}}', now())`,
      [workspaceId, randomUUID()],
    );
    await knex.raw(
      `INSERT INTO webhook_keys (workspace_id, id, public_key, sealed_private_key, created_at) VALUES (?, ?, 'k', ?, now())`,
      [workspaceId, randomUUID(), Buffer.from([0, 1, 10, 92, 255])],
    );
    await knex.raw(
      `INSERT INTO initializations (workspace_id, id, direction, platform, status, duration_ms, left_out, is_redacted, request, parts, steps, recorded_at)
       VALUES (?, ?, 'received', 'telnyx', 'ok', 12.345, ?, false, '{}', '{}', '[]', now())`,
      [workspaceId, randomUUID(), ['a,b', '"c"', 'null', '']],
    );
    await insertJob(knex, workspaceId, {
      type: 'fetch-telnyx-conversation',
      payload: { conversationId: 'waits' },
      singletonKey: 'once',
      triesMax: 5,
      retryDelaySeconds: 30,
      expireSeconds: 60,
    });
    if (!(await hasCallers({ knex }))) continue;
    // The first points at the second, which comes after it.
    const [first, second] = [randomUUID(), randomUUID()];
    for (const id of [first, second]) {
      await knex.raw('INSERT INTO callers (workspace_id, id, created_at, updated_at) VALUES (?, ?, now(), now())', [
        workspaceId,
        id,
      ]);
    }
    await knex.raw('UPDATE callers SET merged_into = ? WHERE workspace_id = ? AND id = ?', [
      second,
      workspaceId,
      first,
    ]);
  }
  return [acme, umbrella];
}

async function hasCallers({ knex }: Pick<Database, 'knex'>): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { there: boolean }[] }>(`SELECT to_regclass('callers') IS NOT NULL AS there`);
  return rows[0]?.there === true;
}

/** Every row of every table as text, sorted: two databases with the same content have the same. */
export async function contentOf({ knex }: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const content: Record<string, readonly string[]> = {};
  for (const { name, columns } of await readSchemaTables(knex)) {
    const values = columns.map((column) => `"${column.name}"::text`).join(', ');
    const { rows } = await knex.raw<{ rows: { line: string }[] }>(
      `SELECT json_build_array(${values})::text AS line FROM "${name}"`,
    );
    content[name] = rows.map(({ line }) => line).sort();
  }
  return content;
}
