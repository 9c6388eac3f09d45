import type { Knex } from 'knex';
import type { CheckedFilter } from '../query/checked-query.js';
import type { Binding } from '../query/compile/binding.js';
import { conjunctionOf } from '../query/compile/filter.js';
import type { Database } from './database.js';

/** What results are counted by. */
export interface AggregateField {
  /** As the request has it: `score`, `metadata.assistant_id`. */
  readonly name: string;
  /** A key of a result that is a JSON object, a key of the conversation's metadata, or the insight's id. */
  readonly source: 'result' | 'metadata' | 'insight_id';
  /** Absent for `insight_id`. */
  readonly key?: string;
}

export interface AggregateQuery {
  readonly fields: readonly AggregateField[];
  /** Of this insight alone. */
  readonly insightId?: string;
  /** Conditions on `created_at`, which is the run's. */
  readonly createdAt: readonly CheckedFilter[];
  /** Conditions on the conversation's `metadata`. */
  readonly metadata: readonly CheckedFilter[];
}

export interface AggregateRow {
  /** JSON values in the order of the fields; null where there is none. */
  readonly values: readonly unknown[];
  readonly recordCount: number;
}

/**
 * Counts the results of completed runs by the values of fields: the most frequent combination first, of two equally frequent ones the
 * smaller, without a value last. Without fields, one row counts them all.
 *
 * The conditions stand in a subquery each, where their column names mean one thing.
 *
 * @returns at most `rowsMax` rows, and how many there are in `total`
 */
export async function aggregateConversationInsights(
  { knex, run }: Pick<Database, 'knex' | 'run'>,
  workspaceId: number,
  { fields, insightId, createdAt, metadata }: AggregateQuery,
  { now, rowsMax, timeoutMs }: { readonly now: Date; readonly rowsMax: number; readonly timeoutMs: number },
): Promise<{ readonly rows: readonly AggregateRow[]; readonly total: number }> {
  const bindings: Binding[] = [];
  const writing = { bindings, now };
  const columns = fields.map((field, index) => `${valueSql(field, bindings)} AS c${index}`);
  bindings.push(workspaceId);
  const runs = [`workspace_id = ?`, `status = 'completed'`, conjunctionOf(createdAt, writing)];
  bindings.push(workspaceId);
  const conversations = [`workspace_id = ?`, conjunctionOf(metadata, writing)];
  if (insightId !== undefined) bindings.push(insightId);
  bindings.push(rowsMax);

  const sql = `
    SELECT ${[...columns, 'count(*) AS record_count', 'count(*) OVER () AS total'].join(', ')}
    FROM (SELECT workspace_id, conversation_id, id FROM conversation_insights WHERE ${all(runs)}) i
    JOIN insight_results r ON r.workspace_id = i.workspace_id AND r.conversation_id = i.conversation_id
      AND r.conversation_insight_id = i.id
    JOIN (SELECT workspace_id, id, metadata FROM conversations WHERE ${all(conversations)}) c
      ON c.workspace_id = i.workspace_id AND c.id = i.conversation_id
    ${insightId === undefined ? '' : 'WHERE r.insight_id = ?'}
    ${fields.length === 0 ? '' : `GROUP BY ${fields.map((_, index) => index + 1).join(', ')}`}
    ORDER BY ${['record_count DESC', ...fields.map((_, index) => `${index + 1}`)].join(', ')}
    LIMIT ?`;
  const rows = await run(numbered(knex, sql, bindings), bindings, { timeoutMs });
  return {
    rows: rows.map((row) => ({
      values: fields.map((_, index) => row[`c${index}`]),
      recordCount: row.record_count as number,
    })),
    total: (rows[0]?.total as number | undefined) ?? 0,
  };
}

/** JSON null is no value. */
function valueSql({ source, key = '' }: AggregateField, bindings: Binding[]): string {
  if (source === 'insight_id') return 'to_jsonb(r.insight_id)';
  bindings.push(key);
  return `nullif(${source === 'metadata' ? 'c.metadata' : 'r.result_json'} -> ?::text, 'null'::jsonb)`;
}

function all(conditions: readonly string[]): string {
  return conditions.filter((condition) => condition !== '').join(' AND ');
}

/** `?` as `$1`, `$2`, …; the operators of JSON that have a `?` in them are escaped. */
function numbered(knex: Knex, sql: string, bindings: readonly Binding[]): string {
  return knex
    .raw(sql, bindings as Knex.RawBinding[])
    .toSQL()
    .toNative().sql;
}
