import pg from 'pg';
import { makeSchema } from '../support/make-schema.js';
import type { PostgresServer } from '../support/postgres-server.js';
import { fingerprintOf } from './fingerprint.js';
import { LOAD_SETTINGS, type LoadTimes, loadStore } from './load-store.js';
import type { StorePlan } from './store-plan.js';

/** A store in a database of a server. */
export interface PreparedStore {
  readonly plan: StorePlan;
  readonly url: string;
  readonly workspaceId: number;
  /** How long loading it took, in this run or in the one that made it. */
  readonly loadTimes: LoadTimes;
}

/**
 * The store of a plan: the one that an earlier run left in the server's cluster, where its fingerprint says that this program would make
 * the same; made anew otherwise. The server is started again for the load, and has its own settings afterwards.
 */
export async function prepareStore(
  postgres: PostgresServer,
  plan: StorePlan,
  say: (what: string) => void,
): Promise<PreparedStore> {
  const name = databaseName(plan);
  const fingerprint = fingerprintOf(plan);
  const mark = await markOf(postgres, name);
  const url = postgres.urlOf(name);
  if (mark?.fingerprint === fingerprint) {
    say('the store of an earlier run is taken');
    await forgetAdded(url);
    return { plan, url, workspaceId: mark.workspaceId, loadTimes: mark.loadTimes };
  }
  await postgres.restart(LOAD_SETTINGS);
  await postgres.dropDatabase(name);
  await postgres.createDatabase(name);
  const workspaceId = await makeSchema(url);
  const loadTimes = await loadStore(url, plan, workspaceId, say);
  await postgres.restart();
  // Only now is it whole.
  await run(url, `COMMENT ON DATABASE ${name} IS '${JSON.stringify({ fingerprint, workspaceId, loadTimes })}'`);
  return { plan, url, workspaceId, loadTimes };
}

export function databaseName({ conversations }: StorePlan): string {
  return `growth_${conversations}`;
}

/**
 * Takes away what was added to a store after it was loaded, so that a run finds it as the one before did: whatever is of no conversation
 * and no caller that the generator made, whose times are all in the past.
 */
export async function forgetAdded(url: string): Promise<void> {
  await run(
    url,
    `DELETE FROM conversations WHERE created_at > '${STORE_ENDED}'`,
    `DELETE FROM callers WHERE created_at > '${STORE_ENDED}'`,
    'UPDATE callers SET new_facts = 0, reflected_at = NULL WHERE new_facts > 0 OR reflected_at IS NOT NULL',
    'DELETE FROM events',
    'DELETE FROM initializations',
    'DELETE FROM usage_counts',
    'DELETE FROM query_shapes',
    'DELETE FROM jobs',
    'VACUUM (ANALYZE) conversations, callers, caller_identities, messages, calls, facts, events, initializations',
  );
}

/** Nothing of a generated store is as late, and whatever a benchmark adds is later. */
const STORE_ENDED = '2026-01-01T00:00:00.000Z';

interface Mark {
  readonly fingerprint: string;
  readonly workspaceId: number;
  readonly loadTimes: LoadTimes;
}

/** What an earlier run noted when it had loaded the database; undefined: there is none, or it was not finished. */
async function markOf(postgres: PostgresServer, name: string): Promise<Mark | undefined> {
  const [row] = await run(
    postgres.urlOf('postgres'),
    `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = '${name}'`,
  );
  return typeof row?.mark === 'string' ? (JSON.parse(row.mark) as Mark) : undefined;
}

/** @returns the rows of the last statement */
async function run(url: string, ...statements: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}
