import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { progressBar } from '../support/progress.js';
import { indexesOf, inOrderOfEffort, type SavedIndex } from './bulk-indexes.js';
import type { StorePlan } from './store-plan.js';
import { STORE_TABLES, type StoreTable } from './store-tables.js';

/**
 * What a server is started with while a store is loaded, as Postgres's manual says of populating a database: what goes into a table that is
 * emptied in the same transaction is not written to the log, and nothing else goes on meanwhile.
 */
export const LOAD_SETTINGS = [
  ...['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=16GB', 'checkpoint_timeout=1h', 'autovacuum=off'],
  ...['max_parallel_maintenance_workers=1', 'maintenance_work_mem=1GB'],
] as const;

/** Two connections make indexes, each with a worker at its side. */
const CONNECTIONS = 2;
const CHUNK_CHARACTERS = 256 * 1024;

export interface LoadTimes {
  readonly copySeconds: number;
  readonly indexSeconds: number;
}

/**
 * Fills the empty tables of a schema that was migrated by COPY. Indexes are dropped and made again as they were. Keys of other tables
 * are not looked up: the generator makes none that is not there.
 */
export async function loadStore(
  url: string,
  plan: StorePlan,
  workspaceId: number,
  say: (what: string) => void,
): Promise<LoadTimes> {
  const startMs = performance.now();
  const indexes = await copyTables(url, plan, workspaceId, say);
  const copiedMs = performance.now();
  await makeIndexes(url, indexes, say);
  await withClient(url, async (client) => {
    say('analyze');
    // COPY left the rows frozen and their pages marked: there is nothing to vacuum.
    await client.query('ANALYZE');
    await client.query('CHECKPOINT');
  });
  return { copySeconds: (copiedMs - startMs) / 1000, indexSeconds: (performance.now() - copiedMs) / 1000 };
}

async function copyTables(
  url: string,
  plan: StorePlan,
  workspaceId: number,
  say: (what: string) => void,
): Promise<readonly SavedIndex[]> {
  const names = STORE_TABLES.map(({ name }) => name);
  return withClient(url, async (client) => {
    const indexes = await indexesOf(client, names);
    await client.query('SET session_replication_role = replica');
    await client.query('BEGIN');
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    await client.query(`TRUNCATE ${names.join(', ')} CASCADE`);
    for (const table of STORE_TABLES) {
      const text = Readable.from(chunksOf(table, plan, workspaceId, say), { objectMode: false });
      await pipeline(
        text,
        client.query(copyFrom(`COPY ${table.name} (${table.columns.join(', ')}) FROM STDIN WITH (FREEZE)`)),
      );
    }
    await client.query('COMMIT');
    return indexes;
  });
}

async function makeIndexes(url: string, indexes: readonly SavedIndex[], say: (what: string) => void): Promise<void> {
  const waiting = inOrderOfEffort(indexes).entries();
  const work = (): Promise<void> =>
    withClient(url, async (client) => {
      for (const [index, { name, definition }] of waiting) {
        say(`index ${index + 1} of ${indexes.length}: ${name}`);
        await client.query(definition);
      }
    });
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

/** Rows joined to pieces that are worth sending. Says how far it is, with a bar. */
function* chunksOf(
  table: StoreTable,
  plan: StorePlan,
  workspaceId: number,
  say: (what: string) => void,
): Iterable<Buffer> {
  const steps = table.steps(plan);
  let chunk = '';
  let step = 0;
  let said = -1;
  for (const text of table.rows(plan, workspaceId)) {
    step += 1;
    chunk += text;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(chunk);
    chunk = '';
    const percent = Math.floor((100 * step) / steps);
    // In a log, a line for every ten.
    if (percent - said < (process.stderr.isTTY ? 1 : 10)) continue;
    said = percent;
    say(`${table.name} ${progressBar(step / steps)}`);
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
