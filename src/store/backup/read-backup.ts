import type { Knex } from 'knex';
import { allowLongTransaction } from '../allow-long-transaction.js';
import type { Database } from '../database.js';
import { type BackupPart, FORMAT, type Manifest, VERSION } from './backup-format.js';
import { quoted, readSchemaTables, type SchemaTable } from './schema-tables.js';

/** There is nothing of ringback's in this database. */
export class NothingToBackUp extends Error {
  override readonly name = 'NothingToBackUp';
}

const FIRST_ROWS = 200;
const ROWS_MAX = 5_000;
/** Of text in one batch, about. */
const BATCH_CHARACTERS = 2_000_000;

/**
 * Reads everything, as it is at one moment: on a server others go on meanwhile, and nothing of theirs is in it. In the embedded
 * database nobody else gets a turn.
 *
 * @throws NothingToBackUp when the database has never been ringback's
 */
export async function* readBackup(database: Database, now: Date): AsyncGenerator<BackupPart, void> {
  const trx = await database.knex.transaction(undefined, { isolationLevel: 'repeatable read', readOnly: true });
  try {
    await allowLongTransaction(trx);
    // As every Postgres reads them, whatever this one is set to.
    await trx.raw(
      `SELECT set_config('IntervalStyle', 'postgres', true), set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true)`,
    );
    const tables = await readSchemaTables(trx);
    yield { manifest: await describe(trx, tables, now) };
    for (const table of tables) yield* readTable(trx, table);
  } finally {
    await trx.rollback();
  }
}

async function describe(trx: Knex.Transaction, tables: readonly SchemaTable[], now: Date): Promise<Manifest> {
  if (tables.length === 0) {
    throw new NothingToBackUp('There is nothing to back up: this database has never been used by ringback.');
  }
  const counted: Manifest['tables'] = [];
  for (const { name, columns } of tables) {
    const { count } = await one<{ count: number }>(trx, `SELECT count(*) AS count FROM ${quoted(name)}`);
    counted.push({ name, columns: columns.map((column) => column.name), rows: count });
  }
  const sequences: Manifest['sequences'] = [];
  for (const { name: table, columns } of tables) {
    for (const { name: column, sequence } of columns) {
      if (sequence === undefined) continue;
      const { last } = await one<{ last: string | null }>(
        trx,
        'SELECT pg_sequence_last_value(?::regclass)::text AS last',
        [sequence],
      );
      sequences.push({ table, column, last });
    }
  }
  const { rows: migrations } = await trx.raw<{ rows: Manifest['migrations'] }>(
    'SELECT number, name FROM ringback_migrations ORDER BY number',
  );
  const { postgres } = await one<{ postgres: string }>(trx, `SELECT current_setting('server_version') AS postgres`);
  const holdsSealed = tables.filter(({ columns }) => columns.some(({ name }) => name.startsWith('sealed')));
  const hasSecrets = counted.some(({ name, rows }) => rows > 0 && holdsSealed.some((table) => table.name === name));
  return {
    format: FORMAT,
    version: VERSION,
    created_at: now.toISOString(),
    postgres,
    migrations,
    tables: counted,
    sequences,
    has_secrets: hasSecrets,
  };
}

/** Through a cursor, so that a table need not fit into memory; as many rows at once as make a batch of some size. */
async function* readTable(trx: Knex.Transaction, { name, columns }: SchemaTable): AsyncGenerator<BackupPart, void> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  await trx.raw(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT json_build_array(${values})::text AS line FROM ${quoted(name)}`,
  );
  let count = FIRST_ROWS;
  for (;;) {
    const { rows } = await trx.raw<{ rows: { line: string }[] }>(`FETCH ${count} FROM backup`);
    if (rows.length === 0) break;
    const lines = rows.map(({ line }) => line);
    yield { table: name, rows: lines };
    const characters = lines.reduce((sum, line) => sum + line.length, 0);
    count = Math.max(1, Math.min(ROWS_MAX, Math.floor((BATCH_CHARACTERS * lines.length) / characters)));
  }
  await trx.raw('CLOSE backup');
}

async function one<Row>(trx: Knex.Transaction, sql: string, bindings: readonly Knex.RawBinding[] = []): Promise<Row> {
  const { rows } = await trx.raw<{ rows: Row[] }>(sql, bindings as Knex.RawBinding[]);
  return rows[0] as Row;
}
