import pg from 'pg';
import { STORE_TABLES } from '../store/store-tables.js';

/** Bytes on disk. */
export interface DiskSize {
  readonly name: string;
  /** With what Postgres keeps beside it: long values, free space and visibility maps. */
  readonly tableBytes: number;
  readonly indexBytes: number;
  readonly rows: number;
}

/** Of every table that is filled. */
export async function diskSizes(url: string): Promise<readonly DiskSize[]> {
  const sizes: DiskSize[] = [];
  for (const { name } of STORE_TABLES) {
    const [size] = await query<DiskSize>(
      url,
      `SELECT '${name}' AS name, pg_table_size('${name}')::float8 AS "tableBytes",
         pg_indexes_size('${name}')::float8 AS "indexBytes", count(*)::float8 AS rows FROM ${name}`,
    );
    sizes.push(size as DiskSize);
  }
  return sizes;
}

/** Of each index of `conversations`, the largest first. */
export async function conversationIndexSizes(
  url: string,
): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  return query(
    url,
    `SELECT indexrelid::regclass::text AS name, pg_relation_size(indexrelid)::float8 AS bytes
     FROM pg_index WHERE indrelid = 'conversations'::regclass ORDER BY 2 DESC, 1`,
  );
}

/** Brings the tables and indexes into memory, as far as they fit: what is measured is not this machine's disk. */
export async function warmUp(url: string): Promise<void> {
  const [available] = await query(url, `SELECT FROM pg_available_extensions WHERE name = 'pg_prewarm'`);
  if (available === undefined)
    return void (await query(url, 'SELECT count(*) FROM conversations WHERE metadata IS NULL'));
  await query(url, 'CREATE EXTENSION IF NOT EXISTS pg_prewarm');
  await query(
    url,
    `SELECT sum(pg_prewarm(oid, 'read')) FROM pg_class
     WHERE relkind IN ('i', 'r') AND relnamespace = current_schema()::regnamespace AND relfilenode <> 0`,
  );
  await query(url, 'DROP EXTENSION pg_prewarm');
}

async function query<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
