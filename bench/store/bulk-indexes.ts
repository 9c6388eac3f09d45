import type pg from 'pg';

/** An index as it has to be made again. */
export interface SavedIndex {
  readonly table: string;
  readonly name: string;
  /** `CREATE INDEX …` */
  readonly definition: string;
}

/**
 * The indexes of these tables, but those that hold constraints: as Postgres's manual says of populating a database (chapter Performance
 * Tips), rows go in faster without, and an index of all rows is made faster at once.
 */
export async function indexesOf(client: pg.Client, tables: readonly string[]): Promise<readonly SavedIndex[]> {
  const { rows } = await client.query<SavedIndex>(
    `SELECT i.indrelid::regclass::text AS "table", i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i
     WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
     ORDER BY 1, 2`,
    [tables],
  );
  return rows;
}

/** Those that take longest first, so that two connections end at about the same time. */
export function inOrderOfEffort(indexes: readonly SavedIndex[]): readonly SavedIndex[] {
  const effort = ({ table, definition }: SavedIndex): number =>
    (table === 'conversations' ? 2 : 0) + (definition.includes('USING gin') ? 1 : 0);
  return [...indexes].sort((left, right) => effort(right) - effort(left));
}
