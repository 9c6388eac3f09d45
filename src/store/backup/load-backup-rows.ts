import type { Knex } from 'knex';
import { copyIn } from '../copy-in.js';
import { copyText } from '../copy-text.js';
import type { Database } from '../database.js';
import { BackupUnusable } from './backup-format.js';
import { quoted, type SchemaTable } from './schema-tables.js';

/**
 * Adds rows of a backup to a table: COPY on a server; elsewhere, and into a view, an INSERT of the rows as one JSON text.
 *
 * @param columns of the rows, in their order; all are the table's
 * @throws BackupUnusable for rows that are none of this table
 */
export async function loadBackupRows(
  trx: Knex.Transaction,
  kind: Database['kind'],
  table: SchemaTable,
  columns: readonly string[],
  rows: readonly string[],
): Promise<void> {
  try {
    if (kind === 'server' && table.kind === 'table') {
      const text = rows.map((row) => copyText(valuesOf(row, columns.length))).join('');
      await copyIn(trx, `${quoted(table.name)} (${columns.map(quoted).join(', ')})`, text);
    } else await insertRows(trx, table, columns, rows);
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    // What Postgres says of values quotes them.
    if (typeof code !== 'string' || !/^(22|23)/.test(code)) throw error;
    const reason = code.startsWith('23') ? message : 'a value is none of its column';
    throw new BackupUnusable(`The backup is damaged: rows of ${table.name} cannot be stored: ${reason}.`);
  }
}

function valuesOf(row: string, count: number): readonly (string | null)[] {
  let values: unknown;
  try {
    values = JSON.parse(row);
  } catch {
    throw new BackupUnusable('The backup is damaged: it has a row that is no JSON.');
  }
  const isRow =
    Array.isArray(values) &&
    values.length === count &&
    values.every((value) => value === null || typeof value === 'string');
  if (!isRow) throw new BackupUnusable('The backup is damaged: it has a row with other columns than its table.');
  return values as readonly (string | null)[];
}

async function insertRows(
  trx: Knex.Transaction,
  { name, kind, columns: known }: SchemaTable,
  columns: readonly string[],
  rows: readonly string[],
): Promise<void> {
  for (const row of rows) valuesOf(row, columns.length);
  const typeOf = (column: string) => known.find((other) => other.name === column)?.type as string;
  const values = columns.map((column, index) => `(line->>${index})::${typeOf(column)}`).join(', ');
  await trx.raw(
    `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) ${kind === 'table' ? 'OVERRIDING SYSTEM VALUE' : ''}
     SELECT ${values} FROM jsonb_array_elements(?::jsonb) AS line`,
    [`[${rows.join(',')}]`],
  );
}
