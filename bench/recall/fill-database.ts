import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../dist/store/database.js';
import { migrate } from '../../dist/store/migrate.js';
import { ensureDefaultWorkspace } from '../../dist/store/workspaces.js';
import type { Cleanup } from '../support/cleanup.js';
import { makeSchema } from '../support/make-schema.js';
import type { Progress } from '../support/progress.js';
import { loadMemories, type MemorySize } from './load-memories.js';

/** A database with its callers, and how the product is told of it. */
export interface FilledDatabase {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where one can ask it directly. */
  readonly url?: string;
  readonly workspaceId: number;
  readonly size: MemorySize;
}

/**
 * A database of a Postgres server.
 *
 * @param url of an empty one
 */
export async function fillServer(url: string, size: MemorySize, progress: Progress): Promise<FilledDatabase> {
  const workspaceId = await makeSchema(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    const say = (what: string): void => progress.say(`server: ${what}`);
    await loadMemories((sql, bindings) => client.query(sql, [...bindings]), workspaceId, size, say);
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
  return { name: 'Postgres server', environment: { DATABASE_URL: url }, url, workspaceId, size };
}

/** A data directory of its own, which goes with the clean-up. */
export async function fillEmbedded(cleanup: Cleanup, size: MemorySize, progress: Progress): Promise<FilledDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ringback-bench-recall-'));
  cleanup.add(() => rm(dataDir, { recursive: true, force: true }));
  const database = await openDatabase({ dataDir }, SILENT);
  try {
    await migrate(database);
    const workspaceId = (await ensureDefaultWorkspace(database.knex)).id;
    const say = (what: string): void => progress.say(`PGlite: ${what}`);
    // It has one session: what is set holds for all connections.
    await database.run('SET session_replication_role = replica', []);
    await loadMemories((sql, bindings) => database.run(sql, bindings), workspaceId, size, say);
    await database.run('SET session_replication_role = origin', []);
    await database.run('ANALYZE', []);
    return { name: 'PGlite', environment: { RINGBACK_DATA_DIR: dataDir }, workspaceId, size };
  } finally {
    await database.close();
  }
}

const SILENT = { info() {}, warn() {}, error() {}, debug() {} };
