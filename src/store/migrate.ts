import type { Knex } from 'knex';
import { allowLongTransaction } from './allow-long-transaction.js';
import type { Database, Executor } from './database.js';
import { migrations as allMigrations } from './migrations/index.js';
import type { Migration } from './migrations/migration.js';
import type { StoreLog } from './store-log.js';

/** The database has been used by a version of ringback whose schema this one doesn't know. */
export class SchemaUnknown extends Error {
  override readonly name = 'SchemaUnknown';
}

/** Any number that nobody else takes advisory locks with. */
export const MIGRATION_LOCK = 7_241_648_105_127_733n;

const TABLE = `CREATE TABLE IF NOT EXISTS ringback_migrations (
  number integer PRIMARY KEY,
  name text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`;

const UNDEFINED_TABLE = '42P01';

export interface MigrateOptions {
  /** Is told that there is something to do, and what it waits for. */
  readonly log?: StoreLog;
  /** How often what takes long is told (5 s). */
  readonly sayEveryMs?: number;
}

/**
 * Brings the schema up to date. Several processes may do so at once: each step is one transaction under one lock, so a step is
 * done once, and one that fails leaves nothing.
 *
 * @throws SchemaUnknown when the database is of a newer version
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = allMigrations,
  { log, sayEveryMs = 5_000 }: MigrateOptions = {},
): Promise<void> {
  if (await isCurrent(database.knex, migrations)) return;
  log?.info({ to: migrations.length }, 'migrating the database');
  const startMs = performance.now();
  let doing = WAITING;
  const say = (): void => log?.warn({ elapsed_s: Math.round((performance.now() - startMs) / 1_000) }, doing);
  const timer = setInterval(say, sayEveryMs);
  const tell = (what: string): void => {
    doing = what;
  };
  try {
    while (await migrateOnce(database.knex, migrations, tell));
  } finally {
    clearInterval(timer);
  }
  log?.info({ took_ms: Math.round(performance.now() - startMs) }, 'the database is migrated');
}

const WAITING = 'waiting for another process, which migrates the database';

/** The usual case, in one look without a lock. */
async function isCurrent(knex: Knex, migrations: readonly Migration[]): Promise<boolean> {
  try {
    const applied = await readApplied(knex);
    refuseUnknown(applied, migrations);
    return applied.size === migrations.length;
  } catch (error) {
    if ((error as { code?: unknown }).code === UNDEFINED_TABLE) return false;
    throw error;
  }
}

/** Applies the next migration; false when there is none. */
async function migrateOnce(
  knex: Knex,
  migrations: readonly Migration[],
  tell: (doing: string) => void,
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    // Making an index, or waiting while another process does, takes as long as it takes.
    await allowLongTransaction(trx);
    tell(WAITING);
    await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK.toString()]);
    await trx.raw(TABLE);
    const applied = await readApplied(trx);
    refuseUnknown(applied, migrations);
    const next = migrations.find(({ number }) => !applied.has(number));
    if (next === undefined) return false;
    tell(
      `migration ${next.number} (${next.name}) is under way: it may be long, or wait for a transaction that is left open`,
    );
    await next.up(trx);
    await trx.raw('INSERT INTO ringback_migrations (number, name) VALUES (?, ?)', [next.number, next.name]);
    return true;
  });
}

async function readApplied(db: Executor): Promise<ReadonlyMap<number, string>> {
  const { rows } = await db.raw<{ rows: { number: number; name: string }[] }>(
    'SELECT number, name FROM ringback_migrations',
  );
  return new Map(rows.map(({ number, name }) => [number, name]));
}

function refuseUnknown(applied: ReadonlyMap<number, string>, migrations: readonly Migration[]): void {
  for (const [number, name] of [...applied].sort(([a], [b]) => a - b)) {
    const known = migrations.find((migration) => migration.number === number);
    if (known?.name === name) continue;
    throw new SchemaUnknown(
      known === undefined
        ? `The database is of a newer version of ringback: it has migration ${number} (${name}), and this version knows ${migrations.length}. Run the newer version, or use another database.`
        : `The database is of another version of ringback: its migration ${number} is ${name}, and here that is ${known.name}. Use another database.`,
    );
  }
}
