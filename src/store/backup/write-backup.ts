import type { Knex } from 'knex';
import { allowLongTransaction } from '../allow-long-transaction.js';
import type { Database } from '../database.js';
import { migrate } from '../migrate.js';
import { migrations } from '../migrations/index.js';
import { type BackupPart, BackupUnusable, type Manifest } from './backup-format.js';
import { type ErasedAgain, eraseAgain } from './erase-again.js';
import { loadBackupRows } from './load-backup-rows.js';
import { quoted, readForeignKeys, readPlainIndexes, readSchemaTables, type SchemaTable } from './schema-tables.js';

/** A database that a backup cannot go into as it is: the message says why, and what to do. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

export interface WriteOptions {
  /** What is there goes. False: nothing may be there. */
  readonly replace: boolean;
  readonly now: Date;
  /** From so many rows on, a table's indexes are made when the rows are in (10,000). */
  readonly largeRows?: number;
  /** Told what is done when all rows are in, each time before it begins. */
  readonly onStep?: (what: string) => void;
  /** Ends it, with nothing changed. */
  readonly signal?: AbortSignal;
}

export interface Restored {
  readonly manifest: Manifest;
  /** What the backup brought back, and marks in the database said was erased. */
  readonly erasedAgain: ErasedAgain;
}

/**
 * Puts a backup into a database, in one transaction: all of it is there afterwards, or nothing has changed but that the
 * tables exist. The schema is brought to where the backup was taken, and on from there when its rows are in, so that a backup
 * of an older version of ringback becomes one of this.
 *
 * @throws BackupUnusable for a backup that is damaged or of a newer version
 * @throws RestoreRefused when something is there, somebody else is using it, or its schema is newer than the backup's
 */
export async function writeBackup(
  database: Database,
  parts: AsyncIterable<BackupPart>,
  options: WriteOptions,
): Promise<Restored> {
  const iterator = parts[Symbol.asyncIterator]();
  try {
    const { value: first } = await iterator.next();
    if (first === undefined || !('manifest' in first)) throw new BackupUnusable('The file is no backup of ringback.');
    const { manifest } = first;
    const known = migrationsOf(manifest);
    await refuseNewerSchema(database, known.length);
    await migrate(database, known);
    await database.knex.transaction(async (trx) => {
      await allowLongTransaction(trx);
      await load(trx, database.kind, manifest, { [Symbol.asyncIterator]: () => iterator }, options);
    });
    await migrate(database);
    options.onStep?.('erasures');
    const erasedAgain = await eraseAgain(database, options.now);
    // Without figures of what is there, the first queries would be planned as if there were nothing.
    await database.knex.transaction(async (trx) => {
      await allowLongTransaction(trx);
      for (const { name, kind } of await readSchemaTables(trx))
        if (kind === 'table') await trx.raw(`ANALYZE ${quoted(name)}`);
    });
    return { manifest, erasedAgain };
  } finally {
    await iterator.return?.();
  }
}

/** Ours, up to where the backup was taken. */
function migrationsOf(manifest: Manifest): typeof migrations {
  for (const { number, name } of manifest.migrations) {
    const ours = migrations.find((migration) => migration.number === number);
    if (ours?.name === name) continue;
    throw new BackupUnusable(
      ours === undefined
        ? `The backup is of a newer version of ringback: it has migration ${number} (${name}), and this version knows ${migrations.length}. Restore it with the newer version.`
        : `The backup is of another version of ringback: its migration ${number} is ${name}, and here that is ${ours.name}.`,
    );
  }
  return migrations.slice(0, manifest.migrations.length);
}

async function refuseNewerSchema({ knex }: Database, count: number): Promise<void> {
  const { rows } = await knex.raw<{ rows: { there: boolean }[] }>(
    `SELECT to_regclass('ringback_migrations') IS NOT NULL AS there`,
  );
  if (rows[0]?.there !== true) return;
  const { rows: applied } = await knex.raw<{ rows: { count: number }[] }>(
    'SELECT count(*) AS count FROM ringback_migrations',
  );
  const there = applied[0]?.count ?? 0;
  if (there <= count) return;
  throw new RestoreRefused(
    `The database has ${there} migrations, and the backup was taken at ${count}: a later schema cannot be gone back from. Restore into a new database or data directory; it is brought up to date afterwards.`,
  );
}

async function load(
  trx: Knex.Transaction,
  kind: Database['kind'],
  manifest: Manifest,
  parts: AsyncIterable<BackupPart>,
  { replace, largeRows = 10_000, onStep, signal }: WriteOptions,
): Promise<void> {
  // A server that starts now waits here, and finds what was restored.
  await trx.raw('LOCK TABLE workspaces IN SHARE ROW EXCLUSIVE MODE');
  if (kind === 'server') await refuseOtherServers(trx);
  const tables = await readSchemaTables(trx);
  checkTables(manifest, tables);
  if (replace) await keepErasures(trx, tables);
  await makeEmpty(trx, tables, replace);
  const names = tables.filter((table) => table.kind === 'table').map(({ name }) => name);
  const foreignKeys = await readForeignKeys(trx, names);
  for (const { table, name } of foreignKeys) {
    await trx.raw(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  }
  // Made of all rows at once, the indexes of a large table take a fraction of the time.
  const large = manifest.tables.filter(({ rows }) => rows >= largeRows).map(({ name }) => name);
  const indexes = await readPlainIndexes(trx, large);
  for (const { name } of indexes) await trx.raw(`DROP INDEX ${quoted(name)}`);
  // What triggers wrote at the time is in the backup.
  for (const name of names) await trx.raw(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);

  for await (const part of parts) {
    signal?.throwIfAborted();
    if ('manifest' in part) throw new BackupUnusable('The backup is damaged: it begins twice.');
    const table = tables.find(({ name }) => name === part.table);
    const columns = manifest.tables.find(({ name }) => name === part.table)?.columns;
    if (table === undefined || columns === undefined) {
      throw new BackupUnusable('The backup is damaged: it has rows of a table that its first line does not name.');
    }
    await loadBackupRows(trx, kind, table, columns, part.rows);
  }
  signal?.throwIfAborted();

  for (const name of names) await trx.raw(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  onStep?.('indexes');
  for (const { definition } of indexes) await trx.raw(definition);
  onStep?.('foreign keys');
  for (const { table, name, definition } of foreignKeys) {
    await trx.raw(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  }
  await setSequences(trx, manifest, tables);
  if (replace) await putErasuresBack(trx, tables);
}

/** Its caches would go on telling what was there before. */
async function refuseOtherServers(trx: Knex.Transaction): Promise<void> {
  const { rows } = await trx.raw<{ rows: { count: number }[] }>(
    `SELECT count(*) AS count FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'ringback%'`,
  );
  if ((rows[0]?.count ?? 0) === 0) return;
  throw new RestoreRefused(
    'A ringback server is connected to this database. Stop it first; start it again afterwards.',
  );
}

function checkTables(manifest: Manifest, tables: readonly SchemaTable[]): void {
  for (const { name, columns } of manifest.tables) {
    const known = tables.find((table) => table.name === name);
    if (known === undefined) throw new BackupUnusable(`The backup has a table ${name}, which its schema has not.`);
    const unknown = columns.find((column) => !known.columns.some((other) => other.name === column));
    if (unknown === undefined) continue;
    throw new BackupUnusable(`The backup has a column ${unknown} of ${name}, which its schema has not.`);
  }
}

async function makeEmpty(trx: Knex.Transaction, tables: readonly SchemaTable[], replace: boolean): Promise<void> {
  for (const { name } of tables) {
    if (replace) break;
    const { rows } = await trx.raw<{ rows: { filled: boolean }[] }>(
      `SELECT EXISTS (SELECT FROM ${quoted(name)}) AS filled`,
    );
    if (rows[0]?.filled !== true) continue;
    throw new RestoreRefused(
      `The database is not empty: there are ${name.replaceAll('_', ' ')} in it. Restore into another one, or replace everything in this one with --replace.`,
    );
  }
  const names = tables.filter(({ kind }) => kind === 'table').map(({ name }) => quoted(name));
  if (replace) await trx.raw(`TRUNCATE ${names.join(', ')}`);
  for (const { name, kind } of tables) if (replace && kind === 'view') await trx.raw(`DELETE FROM ${quoted(name)}`);
}

/**
 * What was erased after the backup was taken is not to come in once more, by the backup itself, an event that is delivered again or an
 * import: so the marks that erasures left stay, of workspaces that are there afterwards.
 */
const ERASURES = ['erasures', 'tombstones'];

async function keepErasures(trx: Knex.Transaction, tables: readonly SchemaTable[]): Promise<void> {
  for (const { name } of tables.filter((table) => ERASURES.includes(table.name))) {
    await trx.raw(`CREATE TEMPORARY TABLE kept_${name} ON COMMIT DROP AS SELECT * FROM ${name}`);
  }
}

async function putErasuresBack(trx: Knex.Transaction, tables: readonly SchemaTable[]): Promise<void> {
  for (const { name, columns } of tables.filter((table) => ERASURES.includes(table.name))) {
    const names = columns.map((column) => quoted(column.name)).join(', ');
    await trx.raw(
      `INSERT INTO ${name} (${names}) SELECT ${names} FROM kept_${name} WHERE workspace_id IN (SELECT id FROM workspaces)
       ON CONFLICT DO NOTHING`,
    );
  }
}

/** Numbers that were given out once are not given out again, even where their rows are gone. */
async function setSequences(
  trx: Knex.Transaction,
  { sequences }: Manifest,
  tables: readonly SchemaTable[],
): Promise<void> {
  for (const { table, column, last } of sequences) {
    const known = tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);
    if (known?.sequence === undefined) continue;
    await trx.raw(
      `SELECT setval(?::regclass, greatest(max(${quoted(column)})::bigint, ?::bigint)) FROM ${quoted(table)}
       HAVING greatest(max(${quoted(column)})::bigint, ?::bigint) IS NOT NULL`,
      [known.sequence, last, last] as Knex.RawBinding[],
    );
  }
}
