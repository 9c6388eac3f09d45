import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const TABLES = ['conversations', 'messages'] as const;

/** Rows of a database in files of COPY's text format, one for each table. */
export interface CopyFiles {
  readonly [table: string]: { readonly path: string; readonly columns: string };
}

/** Writes what is in the tables of an import into files, as COPY does it: the same rows for {@link bareCopy}. */
export async function writeCopyFiles(url: string, folder: string): Promise<CopyFiles> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const files: Record<string, { path: string; columns: string }> = {};
    for (const table of TABLES) {
      const { rows } = await client.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
         ORDER BY attnum`,
        [table],
      );
      const columns = rows.map(({ name }) => name).join(', ');
      const path = `${folder}/${table}.copy`;
      const order = table === 'messages' ? 'ordinal' : 'created_at, id';
      const query = `COPY (SELECT ${columns} FROM ${table} ORDER BY ${order}) TO STDOUT`;
      await pipeline(client.query(copyTo(query)), createWriteStream(path));
      files[table] = { path, columns };
    }
    return files;
  } finally {
    await client.end();
  }
}

/**
 * COPY of the files into the tables as they are, with their indexes and constraints, each in one statement: what Postgres alone needs.
 *
 * @returns seconds
 */
export async function bareCopy(url: string, files: CopyFiles): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const startMs = performance.now();
    for (const table of TABLES) {
      const { path, columns } = files[table]!;
      await pipeline(
        createReadStream(path, { highWaterMark: 1024 * 1024 }),
        client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)),
      );
    }
    return (performance.now() - startMs) / 1000;
  } finally {
    await client.end();
  }
}
