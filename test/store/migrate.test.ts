import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STANDARD_KEYS } from '../../src/query/fields.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { MIGRATION_LOCK, migrate, SchemaUnknown } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import type { Migration } from '../../src/store/migrations/migration.js';
import { createServerDatabase, describeOnBothDatabases } from '../support/databases.js';
import { recordingLog, silentLog } from '../support/silent-log.js';

const KNOWN = migrations.length;

function step(number: number, name: string, ...statements: string[]): Migration {
  return {
    number,
    name,
    up: async (trx) => {
      for (const statement of statements) await trx.raw(statement);
    },
  };
}

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('have names of their own', () => {
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(KNOWN);
  });
});

describeOnBothDatabases('migrate', (database) => {
  const next = KNOWN + 1;

  it('does nothing where nothing is new', async () => {
    await migrate(database());
    const [applied] = await database().run(
      'SELECT array_agg(number ORDER BY number) AS numbers FROM ringback_migrations',
      [],
    );
    expect(applied).toEqual({ numbers: migrations.map(({ number }) => number) });
  });

  it('leaves nothing of a migration that fails, and does it when it can', async () => {
    const broken = step(next, 'fruit', 'CREATE TABLE fruit (id int)', 'SELECT 1/0');
    await expect(migrate(database(), [...migrations, broken])).rejects.toMatchObject({ code: '22012' });
    expect(await database().run(`SELECT to_regclass('fruit') AS fruit`, [])).toEqual([{ fruit: null }]);
    await migrate(database());

    const mended = step(next, 'fruit', 'CREATE TABLE fruit (id int)');
    await migrate(database(), [...migrations, mended]);
    expect(await database().run('SELECT count(*) AS count FROM fruit', [])).toEqual([{ count: 0 }]);
  });

  it('refuses a database that a newer version has used', async () => {
    const error = await migrate(database()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SchemaUnknown);
    expect((error as Error).message).toBe(
      `The database is of a newer version of ringback: it has migration ${next} (fruit), and this version knows ${KNOWN}. ` +
        'Run the newer version, or use another database.',
    );
  });

  it('refuses a database whose migrations are other ones', async () => {
    const other = step(next, 'vegetables', 'SELECT 1');
    const error = await migrate(database(), [...migrations, other]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SchemaUnknown);
    expect((error as Error).message).toBe(
      `The database is of another version of ringback: its migration ${next} is fruit, and here that is vegetables. ` +
        'Use another database.',
    );
  });
});

describe('who waits for a migration', () => {
  let server: Awaited<ReturnType<typeof createServerDatabase>>;

  beforeAll(async () => {
    server = await createServerDatabase();
  });

  afterAll(() => server.drop());

  it('is told that another process migrates, and which one takes long', async () => {
    const open = () => openDatabase({ url: server.url, dataDir: '' }, silentLog);
    const [database, other] = await Promise.all([open(), open()]);
    const log = recordingLog();
    const all = [...migrations, step(KNOWN + 1, 'slow', 'SELECT pg_sleep(0.3)')];
    let migrating: Promise<void> | undefined;
    await other.knex.transaction(async (trx) => {
      await trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK.toString()]);
      migrating = migrate(database, all, { log, sayEveryMs: 100 });
      await expect.poll(() => log.lines).toContain('waiting for another process, which migrates the database');
    });
    await migrating;
    expect([...new Set(log.lines)]).toEqual([
      'migrating the database',
      'waiting for another process, which migrates the database',
      `migration ${KNOWN + 1} (slow) is under way: it may be long, or wait for a transaction that is left open`,
      'the database is migrated',
    ]);
    const told = log.lines.length;
    await migrate(database, all, { log });
    expect(log.lines).toHaveLength(told);
    await Promise.all([database.close(), other.close()]);
  });
});

describe('migrate, by several processes at once', () => {
  let empty: Awaited<ReturnType<typeof createServerDatabase>>;
  const databases: Database[] = [];

  beforeAll(async () => {
    empty = await createServerDatabase('empty');
    const opened = Array.from({ length: 4 }, () =>
      openDatabase({ url: empty.url, dataDir: '', poolMax: 2 }, silentLog),
    );
    databases.push(...(await Promise.all(opened)));
  });

  afterAll(async () => {
    await Promise.all(databases.map((database) => database.close()));
    await empty.drop();
  });

  it('applies each migration once', async () => {
    const slow = step(
      KNOWN + 1,
      'slow',
      'CREATE TABLE slow (id int)',
      'SELECT pg_sleep(0.5)',
      'INSERT INTO slow VALUES (1)',
    );
    await Promise.all(databases.map((database) => migrate(database, [...migrations, slow])));
    const [first] = databases as [Database];
    expect(await first.run('SELECT count(*) AS count FROM slow', [])).toEqual([{ count: 1 }]);
    expect(await first.run('SELECT count(*) AS count FROM ringback_migrations', [])).toEqual([{ count: KNOWN + 1 }]);
  });

  it('works in the schema that the connection names', async () => {
    const [first] = databases as [Database];
    await first.knex.raw('CREATE SCHEMA elsewhere');
    const url = `${empty.url}?options=-csearch_path%3Delsewhere`;
    const elsewhere = await openDatabase({ url, dataDir: '' }, silentLog);
    databases.push(elsewhere);
    await migrate(elsewhere);
    expect(await elsewhere.run('SELECT count(*) AS count FROM elsewhere.conversations', [])).toEqual([{ count: 0 }]);
  });
});

/** Tables that belong to no workspace, and constraints that are looked up before the workspace is known. */
const EXCEPTIONS = ['ringback_migrations', 'periodic_tasks', 'workspaces', 'api_keys: UNIQUE (key_hash)'];

describeOnBothDatabases('the schema', (database) => {
  it('has workspace_id first in every primary key, unique and foreign key', async () => {
    const rows = await database().run(
      `SELECT c.conrelid::regclass::text AS table, pg_get_constraintdef(c.oid) AS definition, c.contype::text AS type,
              (SELECT attname::text FROM pg_attribute WHERE attrelid = c.conrelid AND attnum = c.conkey[1]) AS first
       FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
       WHERE t.relnamespace = current_schema()::regnamespace AND c.contype IN ('p', 'u', 'f')`,
      [],
    );
    expect(rows.length).toBeGreaterThan(5);
    const breaches = rows
      .filter(({ first }) => first !== 'workspace_id')
      .map(({ table, definition }) => ({ table, constraint: `${table}: ${definition}` }))
      .filter(({ table, constraint }) => !EXCEPTIONS.includes(`${table}`) && !EXCEPTIONS.includes(constraint));
    expect(breaches).toEqual([]);
  });

  it('has workspace_id first in every index', async () => {
    const rows = await database().run(
      `SELECT tablename AS table, indexdef AS definition FROM pg_indexes
       WHERE schemaname = current_schema() AND indexdef NOT LIKE '%(workspace_id%'`,
      [],
    );
    expect(rows.map(({ table, definition }) => `${table}: ${`${definition}`.replace(/.* USING /, '')}`).sort()).toEqual(
      [
        'api_keys: btree (key_hash)',
        // An index of values, which finds few rows in all workspaces together; where many share them, there is another.
        'conversations: gin (metadata jsonb_path_ops) WITH (fastupdate=off)',
        'periodic_tasks: btree (name)',
        'ringback_migrations: btree (number)',
        // Whether two workspaces share a secret is asked of all of them.
        'workspace_secrets: btree (fingerprint)',
        'workspaces: btree (id)',
        'workspaces: btree (name)',
      ],
    );
  });

  it('has an index in time order for every standard key', async () => {
    const rows = await database().run('SELECT indexdef AS definition FROM pg_indexes WHERE tablename = $1', [
      'conversations',
    ]);
    const definitions = rows.map(({ definition }) => definition);
    for (const key of STANDARD_KEYS) {
      const columns = `(workspace_id, ((metadata ->> '${key}'::text)), last_message_at DESC, id DESC)`;
      expect(definitions.filter((definition) => `${definition}`.endsWith(columns))).toHaveLength(1);
    }
  });
});

describe('a user who may not create extensions', () => {
  it('migrates all the same, and one index of metadata serves all workspaces', async () => {
    const { url, drop } = await createServerDatabase('empty');
    const role = `plain_${Date.now()}`;
    const owner = await openDatabase({ url, dataDir: '' }, silentLog);
    await owner.knex.raw(`CREATE ROLE ${role} LOGIN PASSWORD 'plain'`);
    await owner.knex.raw(`GRANT ALL ON SCHEMA public TO ${role}`);
    const asRole = new URL(url);
    asRole.username = role;
    asRole.password = 'plain';
    const database = await openDatabase({ url: asRole.href, dataDir: '' }, silentLog);
    try {
      await migrate(database);
      const rows = await database.run(
        "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'conversations%metadata'",
        [],
      );
      expect(rows).toEqual([{ indexname: 'conversations_metadata' }]);
    } finally {
      await database.close();
      await owner.knex.raw(`DROP OWNED BY ${role}`);
      await owner.knex.raw(`DROP ROLE ${role}`);
      await owner.close();
      await drop();
    }
  });
});
