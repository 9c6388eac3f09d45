import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreLog } from '../store-log.js';
import { startWorkerThread, type WorkerThread } from './worker-thread.js';

/** With the name that `pg` and `psql -h <data directory>` look for. */
export const EMBEDDED_PORT = 5432;
export const EMBEDDED_SOCKET = `.s.PGSQL.${EMBEDDED_PORT}`;

const RESTART_FIRST_MS = 100;
const RESTART_MAX_MS = 30_000;
/** A thread that ran so long did not fail for what it did at its start. */
const STABLE_MS = 60_000;

export interface EmbeddedServerOptions {
  /** PGlite's files. */
  readonly directory: string;
  /** The directory of the socket, by a path that is short enough. */
  readonly socketDirectory: string;
  readonly idleInTransactionTimeoutMs: number;
  readonly log: StoreLog;
}

/**
 * The embedded database: a thread that serves the data directory. When the thread dies, another takes its place; until then the
 * database is unavailable, as a server would be while it restarts.
 */
export class EmbeddedServer {
  readonly #options: EmbeddedServerOptions;
  #thread: WorkerThread | undefined;
  readonly #stopping = new AbortController();
  #watching: Promise<void> = Promise.resolve();

  private constructor(options: EmbeddedServerOptions) {
    this.#options = options;
  }

  /** Resolves when it answers. */
  static async start(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
    const server = new EmbeddedServer(options);
    server.#watching = server.#watch(await server.#startThread());
    return server;
  }

  /** Writes everything to its place and ends the thread. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#thread?.stop();
    await this.#watching;
  }

  async #startThread(): Promise<WorkerThread> {
    const { directory, socketDirectory, idleInTransactionTimeoutMs, log } = this.#options;
    const socketPath = join(socketDirectory, EMBEDDED_SOCKET);
    // Left by a process that was killed: the lock on the data directory says that nobody listens there.
    await rm(socketPath, { force: true });
    const workerData = {
      task: 'serve',
      directory,
      socketPath,
      idleInTransactionMs: idleInTransactionTimeoutMs,
    } as const;
    this.#thread = await startWorkerThread(workerData, (message) => log.warn({}, `embedded database: ${message}`));
    return this.#thread;
  }

  async #watch(first: WorkerThread): Promise<void> {
    const { signal } = this.#stopping;
    let thread: WorkerThread | undefined = first;
    let reason = '';
    let delayMs = RESTART_FIRST_MS;
    while (!signal.aborted) {
      if (thread !== undefined) {
        const startedMs = performance.now();
        reason = await thread.ended;
        this.#thread = undefined;
        if (performance.now() - startedMs > STABLE_MS) delayMs = RESTART_FIRST_MS;
      }
      if (signal.aborted) return;
      this.#options.log.error({ reason, restart_in_ms: delayMs }, 'the embedded database died; starting it again');
      await sleep(delayMs, undefined, { signal }).catch(() => {});
      delayMs = Math.min(delayMs * 4, RESTART_MAX_MS);
      thread = await this.#startThread().catch((error: Error) => {
        reason = error.message;
        return undefined;
      });
    }
    await thread?.stop();
  }
}
