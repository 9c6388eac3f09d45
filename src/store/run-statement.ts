import type pg from 'pg';
import { cancelStatement } from './cancel-statement.js';
import { DatabaseTimeout, DatabaseUnavailable } from './database-error.js';

/** A row as the driver gives it, by column name; values as `column-values.ts` has them. */
export type Row = Readonly<Record<string, unknown>>;

export interface RunOptions {
  /** After so long the promise rejects with DatabaseTimeout; the wait for a connection counts. Absent: no deadline. */
  readonly timeoutMs?: number;
}

/** After so long a connection is closed whose statement was given up and has not ended even so. */
const GIVE_UP_MS = 15_000;

/**
 * Runs one statement on a connection of the pool, without the query builder.
 *
 * When the deadline comes first, the caller has its error at once, and the statement is cancelled. Its connection stays out of
 * the pool until the statement has ended: so the next user never meets it, and a slow server is never sent more statements
 * than the pool has connections.
 */
export function runStatement(
  pool: pg.Pool,
  sql: string,
  bindings: readonly unknown[],
  { timeoutMs }: RunOptions = {},
): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    let late = false;
    let checkout: Checkout | undefined;
    const timer = timeoutMs === undefined ? undefined : setTimeout(giveUp, timeoutMs);

    function giveUp(): void {
      late = true;
      checkout?.giveUp();
      reject(new DatabaseTimeout(`The database did not answer within ${timeoutMs} ms.`));
    }

    pool.connect((connectError, client, release) => {
      if (client === undefined) {
        clearTimeout(timer);
        return reject(connectError);
      }
      // Not at once: the pool would hand the connection to the next waiter, and a long queue of late ones would recurse.
      if (late) return setImmediate(release);
      checkout = new Checkout(client, release);
      // As two arguments: an object would be cloned.
      client.query(sql, bindings as unknown[], (error: Error | null | undefined, result) => {
        clearTimeout(timer);
        checkout?.end(error instanceof DatabaseUnavailable);
        if (error) reject(error);
        else resolve(result.rows);
      });
    });
  });
}

/** A connection while it runs one statement. */
class Checkout {
  readonly #client: pg.PoolClient;
  readonly #release: (discard: boolean) => void;
  #cancelled: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #released = false;

  constructor(client: pg.PoolClient, release: (discard: boolean) => void) {
    this.#client = client;
    this.#release = release;
  }

  giveUp(): void {
    this.#cancelled = cancelStatement(this.#client);
    this.#timer = setTimeout(() => this.#giveBack(true), GIVE_UP_MS);
    this.#timer.unref();
  }

  /** The statement has ended, one way or another; `lost`: so has the connection. */
  end(lost: boolean): void {
    // Not before the cancellation has arrived, or it would hit the next statement.
    if (this.#cancelled !== undefined) void this.#cancelled.then(() => this.#giveBack(lost));
    else this.#giveBack(lost);
  }

  #giveBack(discard: boolean): void {
    if (this.#released) return;
    this.#released = true;
    clearTimeout(this.#timer);
    this.#release(discard);
  }
}
