import type { CheckedFilter, CheckedQuery } from '../../../src/query/checked-query.js';
import { compile } from '../../../src/query/compile/compile.js';
import type { Database } from '../../../src/store/database.js';
import { by, id, NOW, query } from './checked.js';

/** Conversations by a label each, put into the database in this order. */
export interface LabelledConversation {
  readonly label: string;
  readonly name?: string;
  /** JSON text. */
  readonly metadata?: string;
  readonly createdAt?: string;
}

export interface Labelled {
  readonly database: Database;
  readonly workspaceId: number;
  readonly labels: ReadonlyMap<string, string>;
}

/** Stores conversations in a workspace of their own. */
export async function storeLabelled(
  database: Database,
  conversations: readonly LabelledConversation[],
): Promise<Labelled> {
  const [workspace] = await database.run(`INSERT INTO workspaces (name) VALUES (gen_random_uuid()) RETURNING id`, []);
  const workspaceId = workspace?.id as number;
  const labels = new Map<string, string>();
  for (const [index, { label, name = null, metadata = '{}', createdAt = '2025-01-01' }] of conversations.entries()) {
    const uuid = idOf(index);
    labels.set(uuid, label);
    await database.run(
      `INSERT INTO conversations (workspace_id, id, name, metadata, created_at, last_message_at)
       VALUES ($1, $2, $3, $4::jsonb, $5::timestamptz, $5::timestamptz)`,
      [workspaceId, uuid, name, metadata, createdAt],
    );
  }
  return { database, workspaceId, labels };
}

/** The id of the conversation that was stored as the nth. */
export function idOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** The labels of what a query finds, in its order. */
export async function found(
  { database, workspaceId, labels }: Labelled,
  checked: CheckedQuery,
): Promise<readonly (string | undefined)[]> {
  const { sql, bindings } = compile(checked, { workspaceId, now: NOW });
  const rows = await database.run(sql, bindings);
  return rows.map((row) => labels.get(String(row.id)));
}

/** The labels of what a filter finds, in the order in which they were stored. */
export function foundBy(labelled: Labelled, ...filters: CheckedFilter[]): Promise<readonly (string | undefined)[]> {
  return found(labelled, query(filters, { order: [by(id)], limit: 1000 }));
}
