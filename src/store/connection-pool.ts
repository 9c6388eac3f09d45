import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { columnTypes } from './column-values.js';
import { asDatabaseError, unavailable } from './database-error.js';
import { type WriteFeed, WrittenByConnection } from './reads/write-feed.js';
import { mayBeElsewhere, type ServerChoice } from './server-choice.js';

/**
 * The connections, for Knex and for the hot routes alike: `pg`'s own pool and client, but that a lost connection is an error of
 * one class wherever it shows, and never an unhandled event.
 */

export interface PoolSettings {
  /** Where to connect to: a URL, or the directory of a Unix socket. */
  readonly target: { readonly connectionString: string } | { readonly host: string; readonly port: number };
  readonly max: number;
  /** How long to wait for a connection, new or one in use. */
  readonly connectTimeoutMs: number;
  /**
   * Absent: settings are left as the database has them. `pooled`: a pooler gives each transaction another session, so that nothing can
   * be set in one; what has to be is said when connecting, which poolers hand on, and the rest is for the role (`ALTER ROLE … SET`).
   */
  readonly session?: SessionSettings | 'pooled';
  /** Where the target is one of several servers: finds the one that takes writes. */
  readonly choice?: ServerChoice;
  /** Is told what the connections write, while somebody listens to it. */
  readonly writes?: WriteFeed;
}

/** Settings of a server's connections. */
export interface SessionSettings {
  /** Ends a statement that nobody waits for any more. */
  readonly statementTimeoutMs: number;
  /** Ends a connection that holds a transaction open and says nothing. */
  readonly idleInTransactionTimeoutMs: number;
}

const IDLE_MS = 30_000;
const CUT_MS = 1_000;

/** Times are read as UTC; a query is short, so compiling it costs more than it gains. */
const SESSION_SQL = `SELECT set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false), set_config('jit', 'off', false),
  set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false)`;

/** What PgBouncer keeps for each client, whichever session it gives it. */
const STARTUP = { TimeZone: 'UTC', DateStyle: 'ISO' };

/** Opens no connection yet. */
export function createPool({
  target,
  max,
  connectTimeoutMs,
  session,
  choice,
  writes = {},
}: PoolSettings): ConnectionPool {
  const pool = new ConnectionPool(
    {
      ...target,
      ...('host' in target ? { user: 'postgres', database: 'postgres', password: '', ssl: false } : {}),
      fallback_application_name: 'ringback',
      max,
      connectionTimeoutMillis: connectTimeoutMs,
      idleTimeoutMillis: IDLE_MS,
      keepAlive: true,
      types: columnTypes,
      Client: class extends Connection {
        // biome-ignore lint/suspicious/noExplicitAny: pg's constructor
        constructor(config?: any) {
          super(config, writes, session === 'pooled' ? STARTUP : {});
        }
      },
      onConnect: async (client: pg.ClientBase) => {
        if (typeof session === 'object') await applySession(client, session);
        if (choice?.isSeveral === true) await refuseStandby(client);
      },
    },
    choice?.isSeveral === true ? choice : undefined,
  );
  return pool;
}

async function applySession(client: pg.ClientBase, session: SessionSettings): Promise<void> {
  await client.query(SESSION_SQL, [`${session.statementTimeoutMs}`, `${session.idleInTransactionTimeoutMs}`]);
}

async function refuseStandby(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
  if (rows[0]?.standby === true) throw new Error('the server takes no writes');
}

/** `pg`'s pool, with errors of ours and an end that comes. */
export class ConnectionPool extends pg.Pool {
  readonly #open = new Set<pg.PoolClient>();
  readonly #choice: ServerChoice | undefined;

  /** @param choice absent: there is one server */
  constructor(config: pg.PoolConfig, choice?: ServerChoice) {
    super(config);
    this.#choice = choice;
    // An idle connection that was lost has already left the pool; the next query makes a new one.
    this.on('error', () => {});
    this.on('connect', (client) => this.#open.add(client));
    this.on('remove', (client) => this.#open.delete(client));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: boolean) => void) => void,
  ): void;
  // biome-ignore lint/suspicious/noExplicitAny: both forms of pg's method at once
  override connect(callback?: any): any {
    if (callback === undefined) {
      return new Promise((resolve, reject) => {
        this.connect((error, client) => (client === undefined ? reject(error) : resolve(client)));
      });
    }
    this.#connect(callback, this.#choice);
  }

  #connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: boolean) => void) => void,
    choice: ServerChoice | undefined,
  ): void {
    super.connect((error, client, done) => {
      if (client !== undefined) callback(undefined, keepClean(client), client.release);
      else if (choice === undefined || this.ending || !mayBeElsewhere(error))
        callback(unavailable(error), undefined, done);
      else {
        choice.find().then(
          (url) => {
            // For this and every further connection.
            (this.options as pg.PoolConfig).connectionString = url;
            this.#connect(callback, undefined);
          },
          (reason: unknown) => callback(unavailable(reason), undefined, done),
        );
      }
    });
  }

  /** Ends every connection; statements that are under way get so long to end by themselves. */
  async close(graceMs: number): Promise<void> {
    const ended = this.end();
    const cut = sleep(graceMs, undefined, { ref: false }).then(async () => {
      await Promise.race([Promise.all([...this.#open].map((client) => client.end())), sleep(CUT_MS)]);
    });
    await Promise.race([ended, cut]);
  }
}

/**
 * Sees to it that a connection that is given back with a transaction open is closed: the next user would be in it. A text of
 * several statements that fails after its BEGIN leaves one.
 */
function keepClean(client: pg.PoolClient): pg.PoolClient {
  const release = client.release;
  client.release = (discard) =>
    release.call(
      client,
      discard || client.getTransactionStatus() !== 'I' || (client as { takesNoWrites?: boolean }).takesNoWrites,
    );
  return client;
}

const READ_ONLY = '25006';

type Teller = (error: unknown, result: unknown) => void;

class Connection extends pg.Client {
  /** Its server has become a standby. */
  takesNoWrites = false;
  readonly #written: WrittenByConnection;
  readonly #startup: Readonly<Record<string, string>>;

  // biome-ignore lint/suspicious/noExplicitAny: pg's constructor
  constructor(config: any, writes: WriteFeed, startup: Readonly<Record<string, string>>) {
    super(config);
    this.#startup = startup;
    this.#written = new WrittenByConnection(writes);
    // The query that was under way, or the pool, hears of the same failure.
    this.on('error', () => {});
  }

  /** What pg says when it connects; its types do not have it. */
  getStartupConf(): Readonly<Record<string, string>> {
    const { getStartupConf } = pg.Client.prototype as unknown as { getStartupConf(): Record<string, string> };
    return { ...getStartupConf.call(this), ...this.#startup };
  }

  /** Every way in which pg, its pool and Knex run a statement ends here. */
  // biome-ignore lint/suspicious/noExplicitAny: all forms of pg's method at once
  override query(...parameters: any[]): any {
    const last = parameters.length - 1;
    const callback: unknown = parameters[last];
    const tell = this.#written.isWanted ? this.#teller(parameters) : undefined;
    if (typeof callback !== 'function') return this.#promise(parameters, tell);
    parameters[last] = (error: unknown, ...results: unknown[]) => {
      if (error) {
        this.#whenReady(error, () => {
          tell?.(error, undefined);
          callback(asDatabaseError(error));
        });
      } else {
        tell?.(undefined, results[0]);
        callback(error, ...results);
      }
    };
    return this.#query(parameters);
  }

  #promise(parameters: unknown[], tell: Teller | undefined): unknown {
    const result = this.#query(parameters);
    if (!(result instanceof Promise)) return result;
    return result.then(
      (value: unknown) => {
        tell?.(undefined, value);
        return value;
      },
      (error: unknown) => {
        tell?.(error, undefined);
        if ((error as { code?: unknown }).code === READ_ONLY) this.takesNoWrites = true;
        throw asDatabaseError(error);
      },
    );
  }

  /** Takes note of what a statement wrote, when it has ended; a stream's end is its transaction's. */
  #teller([first, second]: unknown[]): Teller {
    const { text, values } = (typeof first === 'object' ? first : { text: first, values: second }) as {
      text?: string;
      values?: unknown;
    };
    const sql = text ?? '';
    const bindings = Array.isArray(values) ? (values as unknown[]) : [];
    return (error, result) => {
      const status = this.getTransactionStatus();
      if (error) this.#written.failed(sql, bindings, status);
      else this.#written.ended(sql, bindings, (result as { rows?: unknown[] } | undefined)?.rows ?? [], status);
    };
  }

  #query(parameters: unknown[]): unknown {
    return (super.query as (...all: unknown[]) => unknown).apply(this, parameters);
  }

  /**
   * pg tells of an error before it knows in what state that leaves the connection, and a connection is given back, and to
   * somebody else, on the spot. So the error waits for that.
   */
  #whenReady(error: unknown, tell: () => void): void {
    if ((error as { code?: unknown }).code === READ_ONLY) this.takesNoWrites = true;
    if (!(error instanceof pg.DatabaseError)) {
      tell();
      return;
    }
    const once = (): void => {
      this.connection.off('readyForQuery', once);
      this.connection.off('end', once);
      tell();
    };
    this.connection.once('readyForQuery', once);
    this.connection.once('end', once);
  }
}
