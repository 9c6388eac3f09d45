import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/store/database.js';
import { createWorkspace, type Workspace } from '../../src/store/workspaces.js';
import { silentLog } from './silent-log.js';

/** The two databases that everything works on; on another version of the server (scripts/postgres-versions.js) that alone. */
export const KINDS: readonly Database['kind'][] =
  process.env.RINGBACK_TEST_POSTGRES === undefined ? ['embedded', 'server'] : ['server'];

const TITLES = { embedded: 'PGlite', server: 'Postgres server' } as const;

/** A database of a test file's own: migrated, empty. */
export interface TestDatabase {
  readonly database: Database;
  /** What opened it; for a further pool, or another process, on the same database. */
  readonly options: DatabaseOptions;
  /** Closes it and removes all traces. */
  remove(): Promise<void>;
}

/**
 * Runs a suite on both databases, each time on a fresh one that is opened before its first test and removed after its last.
 *
 * @param suite gets the database lazily: it is there in hooks and tests, not while tests are collected
 */
export function describeOnBothDatabases(
  name: string,
  suite: (database: () => Database, kind: Database['kind']) => void,
): void {
  for (const kind of KINDS) {
    describe(`${name} [${TITLES[kind]}]`, () => {
      let opened: TestDatabase | undefined;
      beforeAll(async () => {
        opened = await openTestDatabase(kind);
      });
      afterAll(() => opened?.remove());
      suite(() => {
        if (opened === undefined) throw new Error('The database is there in hooks and tests only.');
        return opened.database;
      }, kind);
    });
  }
}

export async function openTestDatabase(
  kind: Database['kind'],
  settings: Partial<DatabaseOptions> = {},
): Promise<TestDatabase> {
  return kind === 'embedded' ? openEmbedded(settings) : openOnServer(settings);
}

/** A workspace of a test's own, so that tests on one database do not meet. */
export async function makeWorkspace(database: Database): Promise<Workspace> {
  const workspace = await createWorkspace(database.knex, { name: `test-${randomUUID()}` });
  if (workspace === undefined) throw new Error('The name of the workspace is taken.');
  return { id: workspace.id, name: workspace.name };
}

/** A folder of the test's own. What the test leaves of it goes with the run. */
export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(inject('temporaryRoot'), 'test-'));
}

/** A database on the shared server: a copy of the template, or an empty one. */
export async function createServerDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<{
  readonly url: string;
  drop(): Promise<void>;
}> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = content === 'migrated' ? inject('templateDatabase') : 'template0';
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = name;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function openEmbedded(settings: Partial<DatabaseOptions>): Promise<TestDatabase> {
  const dataDir = await temporaryFolder();
  const options = { dataDir, templateDir: inject('embeddedTemplate'), ...settings };
  const database = await openDatabase(options, silentLog);
  return {
    database,
    options,
    remove: async () => {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openOnServer(settings: Partial<DatabaseOptions>): Promise<TestDatabase> {
  const { url, drop } = await createServerDatabase();
  const options = { url, dataDir: '', ...settings };
  const database = await openDatabase(options, silentLog);
  return {
    database,
    options,
    remove: async () => {
      await database.close();
      await drop();
    },
  };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
