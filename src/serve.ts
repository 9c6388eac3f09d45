import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { compose } from './compose.js';
import { type Config, ConfigError } from './config.js';
import { describeError } from './errors.js';
import { listen } from './http/listen.js';
import { stopInSteps } from './stop-in-steps.js';
import { createApiKey, hasApiKey } from './store/api-keys.js';
import { isBehindPooler } from './store/behind-pooler.js';
import { type Database, openDatabase } from './store/database.js';
import { migrate } from './store/migrate.js';
import { isSameDatabase } from './store/same-database.js';
import { databaseName, readServerFile, removeServerFile, writeServerFile } from './store/server-file.js';
import { ensureDefaultWorkspace, type Workspace } from './store/workspaces.js';

/** A server that answers. */
export interface RunningServer {
  /** `http://127.0.0.1:8787`, with the port it really has. */
  readonly url: string;
  readonly port: number;
  /** The API key that was made because there was none: it can be shown this once. */
  readonly firstApiKey?: string;
  /**
   * Takes no new requests, finishes those under way, ends imports after the batch that is being stored, puts jobs back, writes what is
   * yet to be written, and closes the database; within 10 s, whatever hangs. A second call does nothing more.
   */
  stop(): Promise<void>;
}

/**
 * A stop, from its beginning: what is asked and done, then what is yet to be written, then the connections. Docker and its like kill
 * after 10 s, so that all of it ends before.
 */
const STOP_MS = { work: 6_000, writes: 7_500, connections: 9_000 } as const;
/** A database that hangs gets no more for what is yet to be written. */
const WRITES_MS = 2_000;
/** Of what is done, for jobs that do not end by themselves to be put back. */
const PUT_BACK_MS = 1_000;
/** Of what is written, for key uses and the change feed beside the records. */
const RECORDS_SPARE_MS = 200;
/** Statements that nobody waits for any more; their connections are cut a second later at most. */
const CLOSE_MS = 400;
const POOL_MAX = 10;

export interface ServeOptions {
  /** The embedded database's files for a new data directory. (The build's.) */
  readonly templateDir?: string;
}

/**
 * Opens the database (waiting for a server that is down), migrates it, and listens.
 *
 * @param print where a person reads: the address, and on a first start the API key
 * @throws PolicyError, PolicyFileUnusable for the file of `RINGBACK_CONFIG`; DatabaseUnavailable, DataDirectoryInUse, SchemaUnknown, or what the system says of the address (`EADDRINUSE`)
 */
export async function serve(
  config: Config,
  log: Logger,
  print: (line: string) => void = console.log,
  { templateDir }: ServeOptions = {},
): Promise<RunningServer> {
  const opening = openDatabase(
    {
      url: config.databaseUrl,
      directUrl: config.databaseDirectUrl,
      dataDir: config.dataDir,
      poolMax: POOL_MAX,
      ...(templateDir === undefined ? {} : { templateDir }),
    },
    log,
  );
  // Express and its like take a quarter of a second to load, just as long as the database's thread needs to begin.
  const [database] = await Promise.all([opening, import('./http/app.js')]);
  let server: RunningServer | undefined;
  try {
    await migrateDirectly(database, config, log);
    const workspace = await ensureDefaultWorkspace(database.knex);
    if (config.configPath !== undefined) await applyPolicies(database, workspace, config.configPath, log);
    server = await start(database, workspace, config, log);
    // Not before the address is ours: a start that fails would keep a key that nobody has seen.
    const firstApiKey = config.apiKey === undefined ? await makeFirstKey(database, workspace) : undefined;
    if (firstApiKey !== undefined) print(`API key (shown once): ${firstApiKey}`);
    print(`ringback listening on ${server.url}`);
    return firstApiKey === undefined ? server : { ...server, firstApiKey };
  } catch (error) {
    await server?.stop();
    await database.close();
    throw error;
  }
}

async function start(database: Database, workspace: Workspace, config: Config, log: Logger): Promise<RunningServer> {
  const adminToken = randomBytes(32).toString('base64url');
  const composition = await compose(database, workspace, config, log, adminToken);
  const { app, beginStop, jobs, changes, handlers, keyUses, memories, queryShapes, recorder, replica, tasks, usage } =
    composition;
  const server = await listen(app, config.host, config.port);
  const url = localUrl(config.host, server.port);
  try {
    const name = databaseName(config.databaseUrl);
    await writeServerFile(config.dataDir, { url, admin_token: adminToken, pid: process.pid, database: name });
  } catch (error) {
    if (database.kind === 'embedded') {
      await server.stop(0);
      throw error;
    }
    // Beside a database elsewhere nothing else needs the directory, which in a container may be read-only.
    log.warn(
      { error: describeError(error) },
      'server.json cannot be written: the command line will not use this server',
    );
  }

  async function stop(): Promise<void> {
    beginStop();
    const failure = await stopInSteps(
      [
        {
          untilMs: STOP_MS.work,
          parts: {
            'HTTP server': (graceMs) => server.stop(graceMs),
            jobs: (graceMs) => jobs.stop(graceMs - PUT_BACK_MS),
            'periodic tasks': (graceMs) => Promise.all(tasks.map((task) => task.stop(graceMs))),
            // At once, however slow the disk is: nobody is to be sent here any more.
            'server.json': removeOwnServerFile,
          },
        },
        {
          untilMs: STOP_MS.writes,
          atMostMs: WRITES_MS,
          parts: {
            'key uses': () => keyUses.stop(),
            'counts of queries': () => queryShapes.stop(),
            'counts of uses': () => usage.stop(),
            'counts of recalls': () => memories.stop(),
            records: (graceMs) => recorder.stop(graceMs - RECORDS_SPARE_MS),
            'change feed': () => changes.stop(),
          },
        },
        {
          untilMs: STOP_MS.connections,
          parts: { database: () => database.close(CLOSE_MS), standbys: async () => replica?.stop(CLOSE_MS) },
        },
      ],
      log,
    );
    if (failure !== undefined) throw failure;
  }

  /** Of servers that share a data directory's file, the last one that started has written it. */
  async function removeOwnServerFile(): Promise<void> {
    const file = await readServerFile(config.dataDir);
    if (file?.admin_token === adminToken) await removeServerFile(config.dataDir);
  }

  try {
    changes.start();
    memories.start();
    replica?.start();
    await jobs.start(handlers);
    for (const task of tasks) task.start();
  } catch (error) {
    // It listens already, and would keep the process.
    await stop().catch(() => {});
    throw error;
  }
  let stopped: Promise<void> | undefined;
  return {
    url: server.url,
    port: server.port,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Past a pooler, which ends what takes long. */
async function migrateDirectly(database: Database, { databaseDirectUrl: url }: Config, log: Logger): Promise<void> {
  if (url === undefined) {
    if (database.kind === 'server' && (await isBehindPooler(database))) {
      log.warn(
        {},
        'DATABASE_URL goes through a pooler: where that is in transaction mode, DATABASE_DIRECT_URL has to be set, or changes of other processes are not heard of',
      );
    }
    return migrate(database, undefined, { log });
  }
  const direct = await openDatabase({ url, dataDir: '', poolMax: 1 }, log);
  try {
    if (!(await isSameDatabase(direct, database))) {
      throw new ConfigError(
        'DATABASE_DIRECT_URL leads to another database than DATABASE_URL: it must be the same one.',
      );
    }
    await migrate(direct, undefined, { log });
    const [row] = await database.run(`SELECT current_setting('statement_timeout') AS "timeout"`, []);
    if (row?.timeout === '0') {
      log.warn(
        {},
        "the database's user has no statement_timeout, and none can be set through a pooler: ALTER ROLE … SET statement_timeout = '10s'",
      );
    }
  } finally {
    await direct.close();
  }
}

async function applyPolicies(database: Database, workspace: Workspace, path: string, log: Logger): Promise<void> {
  const { applyPolicyFile } = await import('./assistants/apply-policy-file.js');
  const { row, warnings, ...applied } = await applyPolicyFile(database.knex, path, workspace, new Date());
  for (const warning of warnings) log.warn({ file: path }, warning);
  log.info({ file: path, workspace: applied.workspace.name, revision: row.revision }, 'policies applied');
}

async function makeFirstKey(database: Database, workspace: Workspace): Promise<string | undefined> {
  if (await hasApiKey(database.knex, workspace.id)) return undefined;
  const { key } = await createApiKey(database.knex, {
    workspaceId: workspace.id,
    name: 'first start',
    scopes: ['read', 'write', 'admin', 'platform'],
  });
  return key;
}

/** Where this machine reaches a server that listens on every address. */
function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
