import type { ConnectionPool } from '../connection-pool.js';
import { DatabaseUnavailable } from '../database-error.js';
import { type Row, type RunOptions, runStatement } from '../run-statement.js';
import { mayBeElsewhere } from '../server-choice.js';
import type { LogPosition } from './replay-marks.js';

/** A server that follows the primary, and whether it may be asked. */
export class Standby {
  readonly name: string;
  readonly #pool: ConnectionPool;
  readonly #looks: ConnectionPool;
  readonly #waiting = new Set<(error: Error) => void>();
  #serves = false;

  /**
   * @param name for the log: host and port
   * @param looks connections of their own, so that a standby that is busy is not taken for one that is gone
   */
  constructor(name: string, pool: ConnectionPool, looks: ConnectionPool) {
    this.name = name;
    this.#pool = pool;
    this.#looks = looks;
  }

  get serves(): boolean {
    return this.#serves;
  }

  /** Taken in, or left out: then whoever waits for it is told that there is no answer to come. */
  set serves(serves: boolean) {
    this.#serves = serves;
    if (serves) return;
    for (const reject of this.#waiting) reject(new DatabaseUnavailable(`The standby ${this.name} was left out.`));
    this.#waiting.clear();
  }

  run(sql: string, bindings: readonly unknown[], options?: RunOptions): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      runStatement(this.#pool, sql, bindings, options)
        .then(resolve, (error: unknown) => {
          // Whether one that is slow hangs, the next look at it tells.
          if (error instanceof DatabaseUnavailable && !isBusy(error)) this.serves = false;
          reject(error);
        })
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /**
   * How far it is; undefined when it follows nobody (any more).
   *
   * @throws DatabaseUnavailable, DatabaseTimeout
   */
  async position(timeoutMs: number): Promise<LogPosition | undefined> {
    const [row] = await runStatement(
      this.#looks,
      `SELECT CASE WHEN pg_is_in_recovery() THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::float8 END AS position`,
      [],
      { timeoutMs },
    );
    return (row?.position as LogPosition | null) ?? undefined;
  }

  async close(graceMs: number): Promise<void> {
    this.serves = false;
    await Promise.all([this.#pool.close(graceMs), this.#looks.close(graceMs)]);
  }
}

/** All connections are in use. */
function isBusy({ cause }: DatabaseUnavailable): boolean {
  return cause instanceof Error && !mayBeElsewhere(cause);
}
