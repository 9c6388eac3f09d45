import type { Executor } from '../database.js';

/** A table of ours, as the database describes it. */
export interface SchemaTable {
  readonly name: string;
  /** The view `jobs` stands for the tables of pg-boss, which are its own affair. */
  readonly kind: 'table' | 'view';
  /** In their order, without those that the database computes. */
  readonly columns: readonly SchemaColumn[];
}

export interface SchemaColumn {
  readonly name: string;
  /** As a cast takes it: `timestamp with time zone`. */
  readonly type: string;
  /** Of an identity or serial column: the name of its sequence, quoted where it must be. */
  readonly sequence?: string;
}

/** A foreign key from one of our tables, with what `ALTER TABLE … ADD CONSTRAINT` needs. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * The tables without a workspace in their key: the workspaces themselves, and who does what is done every so often.
 * `test/store/schema-rules.test.ts` holds every other table to the rule.
 */
export const TABLES_OF_NO_WORKSPACE = ['workspaces', 'periodic_tasks'] as const;

/** Where pg-boss's jobs are reached. */
const JOBS_VIEW = 'jobs';

/**
 * Our tables in the connection's schema: those whose primary key starts with `workspace_id`, and the few that have none. Another
 * application's tables in the same schema are not among them, nor is the record of migrations, which is no data.
 */
export async function readSchemaTables(db: Executor): Promise<readonly SchemaTable[]> {
  const { rows } = await db.raw<{
    rows: { table: string; kind: string; name: string; type: string; sequence: string | null }[];
  }>(
    `SELECT t.relname AS table, t.relkind::text AS kind, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       (SELECT s.oid::regclass::text FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
          AND d.refobjid = t.oid AND d.refobjsubid = a.attnum LIMIT 1) AS sequence
     FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND (
       t.relkind = 'v' AND t.relname = ?
       OR t.relkind IN ('r', 'p') AND NOT t.relispartition AND (
         t.relname = ANY(?::text[])
         OR EXISTS (
           SELECT FROM pg_index i JOIN pg_attribute k ON k.attrelid = t.oid AND k.attnum = i.indkey[0]
           WHERE i.indrelid = t.oid AND i.indisprimary AND k.attname = 'workspace_id'
         )
       )
     )
     ORDER BY t.relkind, t.relname, a.attnum`,
    [JOBS_VIEW, [...TABLES_OF_NO_WORKSPACE]],
  );
  const tables = new Map<string, { name: string; kind: SchemaTable['kind']; columns: SchemaColumn[] }>();
  for (const { table, kind, name, type, sequence } of rows) {
    const known = tables.get(table) ?? { name: table, kind: kind === 'v' ? 'view' : 'table', columns: [] };
    known.columns.push({ name, type, ...(sequence === null ? {} : { sequence }) });
    tables.set(table, known);
  }
  return [...tables.values()];
}

/** The foreign keys of tables, in a stable order. */
export async function readForeignKeys(db: Executor, tables: readonly string[]): Promise<readonly ForeignKey[]> {
  const { rows } = await db.raw<{ rows: ForeignKey[] }>(
    `SELECT t.relname AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
     WHERE c.contype = 'f' AND c.conparentid = 0 AND t.relname = ANY(?::text[])
       AND t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     ORDER BY t.relname, c.conname`,
    [tables as string[]],
  );
  return rows;
}

/** An index that belongs to no constraint, with the statement that makes it. */
export interface PlainIndex {
  readonly name: string;
  readonly definition: string;
}

/** The indexes of tables, but for those of primary keys and unique constraints. */
export async function readPlainIndexes(db: Executor, tables: readonly string[]): Promise<readonly PlainIndex[]> {
  const { rows } = await db.raw<{ rows: PlainIndex[] }>(
    `SELECT x.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
     WHERE t.relname = ANY(?::text[]) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
       AND t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     ORDER BY t.relname, x.relname`,
    [tables as string[]],
  );
  return rows;
}

/** A name as SQL takes it, whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
