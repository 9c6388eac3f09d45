import type { Knex } from 'knex';
import { copyIn } from './copy-in.js';
import { type BulkValue, copyText } from './copy-text.js';
import type { Database } from './database.js';

/** What can be loaded, with the columns in the order of the values of a row. `workspace_id` is added. */
const TABLES = {
  conversations: {
    id: 'uuid',
    name: 'text',
    metadata: 'jsonb',
    created_at: 'timestamptz',
    last_message_at: 'timestamptz',
    message_count: 'integer',
    ended_at: 'timestamptz',
  },
  messages: {
    conversation_id: 'uuid',
    id: 'uuid',
    role: 'text',
    text: 'text',
    name: 'text',
    sent_at: 'timestamptz',
    created_at: 'timestamptz',
    tool_calls: 'jsonb',
    tool_call_id: 'text',
    tool_choice: 'jsonb',
    metadata: 'jsonb',
  },
  conversation_insights: {
    conversation_id: 'uuid',
    id: 'uuid',
    insight_group_id: 'text',
    status: 'text',
    reason: 'text',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
  insight_results: {
    conversation_id: 'uuid',
    conversation_insight_id: 'uuid',
    insight_id: 'text',
    ordinal: 'integer',
    result: 'text',
    result_json: 'jsonb',
    created_at: 'timestamptz',
  },
} as const;

export type BulkTable = keyof typeof TABLES;

/** A row as its database takes it: made early, while that is busy with the rows before. */
export type BulkRow = string | readonly BulkValue[];

/** @param values in the order of {@link TABLES}; checked by `storable.ts` before */
export function bulkRow(kind: Database['kind'], workspaceId: number, values: readonly BulkValue[]): BulkRow {
  return kind === 'server' ? copyText([workspaceId, ...values]) : values;
}

/**
 * Adds rows to a table: by COPY where the database is a server; by one INSERT of arrays in the embedded one, whose connections share a
 * session that COPY would take down. Straight into the table, without ON CONFLICT: what is there already is asked beforehand, with the
 * conversations locked (`locked-conversations.ts`). Violated constraints reject, with nothing added.
 */
export async function loadRows(
  trx: Knex.Transaction,
  workspaceId: number,
  kind: Database['kind'],
  table: BulkTable,
  rows: readonly BulkRow[],
): Promise<void> {
  if (rows.length === 0) return;
  if (kind === 'server') {
    const columns = Object.keys(TABLES[table]).join(', ');
    await copyIn(trx, `${table} (workspace_id, ${columns})`, (rows as readonly string[]).join(''));
  } else await insertRows(trx, workspaceId, table, rows as readonly (readonly BulkValue[])[]);
}

async function insertRows(
  trx: Knex.Transaction,
  workspaceId: number,
  table: BulkTable,
  rows: readonly (readonly BulkValue[])[],
): Promise<void> {
  const columns = Object.entries(TABLES[table]);
  const names = columns.map(([name]) => name).join(', ');
  const arrays = columns.map(([, type]) => `?::${type}[]`).join(', ');
  await trx.raw(
    `INSERT INTO ${table} (workspace_id, ${names}) SELECT ?::integer, * FROM unnest(${arrays}) AS rows (${names})`,
    [workspaceId, ...columns.map((_, index) => rows.map((row) => row[index] as BulkValue))] as Knex.RawBinding[],
  );
}
