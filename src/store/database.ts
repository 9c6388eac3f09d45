import { mkdir, realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import knex, { type Knex } from 'knex';
import type pg from 'pg';
import { type ConnectionPool, createPool, type PoolSettings } from './connection-pool.js';
import { DatabaseUnavailable, isFinalRefusal, unavailable } from './database-error.js';
import { BUILT_TEMPLATE, ensureDatabaseFiles } from './embedded/data-directory.js';
import { EMBEDDED_PORT, EMBEDDED_SOCKET, EmbeddedServer } from './embedded/server.js';
import { acquireOwnerLock, LOCK_SOCKET } from './owner-lock.js';
import type { WriteFeed } from './reads/write-feed.js';
import { runScript } from './run-script.js';
import { type Row, type RunOptions, runStatement } from './run-statement.js';
import { createServerChoice } from './server-choice.js';
import { socketDirectory } from './socket-directory.js';
import type { StoreLog } from './store-log.js';

/** What a store function works on: the pool, or a transaction's one connection. */
export type Executor = Knex | Knex.Transaction;

/**
 * The database. Queries fail with DatabaseUnavailable when there is no connection to be had, with DatabaseTimeout when they take
 * too long; connections that were lost are made anew, so a server may come and go.
 */
export interface Database {
  readonly knex: Knex;
  /** `embedded`: PGlite in a thread of this process. `server`: wherever the URL says. */
  readonly kind: 'embedded' | 'server';
  /** Tells what was written by these connections. */
  readonly writes: WriteFeed;
  /**
   * Lends a connection whose session is its own for as long as the work takes, also where a pooler is in front of the others.
   * Settings that the work changes in it are its to put back.
   */
  withSession<Result>(work: (connection: pg.PoolClient) => Promise<Result>): Promise<Result>;
  /**
   * Runs one statement (`$1`…) without the query builder: on the same connections, or, in the embedded database, on others to it, so that
   * it does not wait for a connection behind transactions. No named statements.
   */
  run(sql: string, bindings: readonly unknown[], options?: RunOptions): Promise<readonly Row[]>;
  /**
   * Runs a text of several statements without bindings on one connection. When one of them fails, a transaction that the text
   * began is rolled back before anybody else has the connection.
   */
  runScript(sql: string): Promise<void>;
  /** Whether the database answers in time. Never rejects. */
  ping(timeoutMs: number): Promise<boolean>;
  /** Ends every connection, and the embedded database; statements under way get so long to end (5 s). A second call does nothing more. */
  close(graceMs?: number): Promise<void>;
}

/** What runs statements by themselves: the database, or what sends reads to its standbys. */
export type Runner = Pick<Database, 'run'>;

export interface DatabaseOptions {
  /** A Postgres server; absent: the embedded database. */
  readonly url?: string | undefined;
  /**
   * The same server without the pooler in transaction mode (PgBouncer) that `url` goes through. Absent: `url` goes to the server. With
   * it, the limits below are the role's to set.
   */
  readonly directUrl?: string | undefined;
  /** Where the embedded database lives. Made if it isn't there. */
  readonly dataDir: string;
  /** Connections at most (10). */
  readonly poolMax?: number;
  /** How long to wait for a server that is down (30 s). */
  readonly waitMs?: number;
  /** How long to wait for a connection (5 s). */
  readonly connectTimeoutMs?: number;
  /** A server's limit for one statement (10 s). The embedded database has no such limit. */
  readonly statementTimeoutMs?: number;
  /** How long a transaction may stay open with nothing said in it (15 s). */
  readonly idleInTransactionTimeoutMs?: number;
  /** What the embedded database would run on (this machine's). */
  readonly platform?: NodeJS.Platform;
  /** The embedded database's files for a new data directory (the build's). */
  readonly templateDir?: string;
}

const RETRY_MS = 500;
const SAY_EVERY_MS = 5_000;
const CLOSE_MS = 5_000;
/** Past a pooler: what needs a session is done by people and migrations. */
const DIRECT_MAX = 2;

/**
 * Opens the database, and waits until it answers.
 *
 * @throws DatabaseUnavailable when a server does not, or refuses us, and for the embedded database on Windows
 * @throws DataDirectoryInUse when another process has the embedded database
 */
export async function openDatabase(options: DatabaseOptions, log: StoreLog): Promise<Database> {
  return options.url === undefined ? openEmbedded(options, log) : openServer(options.url, options, log);
}

async function openServer(url: string, options: DatabaseOptions, log: StoreLog): Promise<Database> {
  const { statementTimeoutMs = 10_000, idleInTransactionTimeoutMs = 15_000 } = options;
  const session = { statementTimeoutMs, idleInTransactionTimeoutMs };
  const writes: WriteFeed = {};
  const poolOf = (to: string, pooled: boolean, max?: number): ConnectionPool => {
    const choice = createServerChoice(to);
    const target = { connectionString: choice.current };
    const settings = { ...poolSettings(options), ...(max === undefined ? {} : { max }), target, choice, writes };
    return createPool({ ...settings, session: pooled ? 'pooled' : session });
  };
  const { directUrl } = options;
  const pool = poolOf(url, directUrl !== undefined);
  await waitUntilItAnswers(pool, options, log);
  if (directUrl === undefined) return makeDatabase('server', { pool, writes });
  const direct = poolOf(directUrl, false, DIRECT_MAX);
  return makeDatabase('server', { pool, direct, writes, closeRest: () => direct.close(CLOSE_MS) });
}

async function openEmbedded(options: DatabaseOptions, log: StoreLog): Promise<Database> {
  // It is reached, and its directory owned, through Unix sockets in that directory.
  if ((options.platform ?? process.platform) === 'win32') {
    throw new DatabaseUnavailable(
      'The embedded database does not run on Windows: set DATABASE_URL to a Postgres server, or run ringback in WSL.',
    );
  }
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = await realpath(options.dataDir);
  const undo: (() => Promise<void>)[] = [];
  const undoAll = async (): Promise<void> => {
    const outcomes: PromiseSettledResult<void>[] = [];
    for (const step of undo.splice(0).reverse()) outcomes.push(...(await Promise.allSettled([step()])));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  };
  try {
    const sockets = await socketDirectory(dataDir, [EMBEDDED_SOCKET, LOCK_SOCKET]);
    undo.push(sockets.remove);
    const lock = await acquireOwnerLock(dataDir, sockets.path);
    undo.push(lock.release);
    const directory = await ensureDatabaseFiles(dataDir, options.templateDir ?? BUILT_TEMPLATE, log);
    const { idleInTransactionTimeoutMs = 15_000 } = options;
    const serverOptions = { directory, socketDirectory: sockets.path, idleInTransactionTimeoutMs, log };
    const server = await EmbeddedServer.start(serverOptions).catch((error: Error) => {
      throw new DatabaseUnavailable(`The embedded database in ${dataDir} cannot be started: ${error.message}.`, {
        cause: error,
      });
    });
    undo.push(() => server.stop());
    const target = { host: sockets.path, port: EMBEDDED_PORT };
    const pool = createPool({ ...poolSettings(options), target });
    // Transactions take turns, each with its connection: a call that waits for one statement must not wait for those, too.
    const single = createPool({ ...poolSettings(options), target });
    const closeRest = async (): Promise<void> => {
      await single.close(CLOSE_MS);
      await undoAll();
    };
    await waitUntilItAnswers(pool, options, log);
    return makeDatabase('embedded', { pool, single, closeRest });
  } catch (error) {
    await undoAll();
    throw error;
  }
}

function poolSettings({
  poolMax = 10,
  connectTimeoutMs = 5_000,
}: DatabaseOptions): Pick<PoolSettings, 'max' | 'connectTimeoutMs'> {
  return { max: poolMax, connectTimeoutMs };
}

/** Leaves the first connection in the pool, or no pool. */
async function waitUntilItAnswers(
  pool: ConnectionPool,
  { waitMs = 30_000 }: DatabaseOptions,
  log: StoreLog,
): Promise<void> {
  const startMs = performance.now();
  let nextSayMs = 0;
  for (;;) {
    try {
      return (await pool.connect()).release();
    } catch (thrown) {
      const elapsedMs = performance.now() - startMs;
      const error = unavailable(thrown);
      const { message, cause } = error;
      const isFinal = isFinalRefusal(cause);
      if (isFinal || elapsedMs >= waitMs) {
        await pool.end();
        if (isFinal) throw error;
        throw new DatabaseUnavailable(`${message} Gave up after ${Math.round(waitMs / 1000)} s.`, { cause });
      }
      if (elapsedMs >= nextSayMs) {
        nextSayMs = elapsedMs + SAY_EVERY_MS;
        log.warn({ wait_ms: waitMs }, `waiting for the database: ${message}`);
      }
      await sleep(RETRY_MS);
    }
  }
}

interface DatabaseParts {
  readonly pool: ConnectionPool;
  /** Past a pooler. (The pool.) */
  readonly direct?: ConnectionPool;
  /** For statements that are run by themselves. (The pool.) */
  readonly single?: ConnectionPool;
  readonly writes?: WriteFeed;
  readonly closeRest?: () => Promise<void>;
}

function makeDatabase(
  kind: Database['kind'],
  { pool, direct = pool, single = pool, writes = {}, closeRest = async () => {} }: DatabaseParts,
): Database {
  const builder = knex({
    client: 'pg',
    connectionPool: pool,
    // Bindings hold callers' words, and Knex writes a failed statement into its error.
    compileSqlOnError: false,
    log: { warn() {}, error() {}, deprecate() {}, debug() {} },
  });
  let closed: Promise<void> | undefined;
  const run: Database['run'] = (sql, bindings, options) => runStatement(single, sql, bindings, options);
  return {
    knex: builder,
    kind,
    writes,
    run,
    withSession: async (work) => {
      const connection = await direct.connect();
      try {
        return await work(connection);
      } finally {
        connection.release();
      }
    },
    runScript: (sql) => runScript(pool, sql),
    ping: (timeoutMs) =>
      run('SELECT 1', [], { timeoutMs }).then(
        () => true,
        () => false,
      ),
    close: (graceMs = CLOSE_MS) => {
      closed ??= pool.close(graceMs).then(closeRest);
      return closed;
    },
  };
}
