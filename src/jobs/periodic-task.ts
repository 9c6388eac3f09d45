import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../store/database.js';
import { claimTask, extendTask, releaseTask, type TaskClaim } from '../store/periodic-tasks.js';
import type { StoreLog } from '../store/store-log.js';
import { createOutageLog } from './outage-log.js';

/** Something that is done every so often, by one of the processes on a database. */
export interface PeriodicTask {
  /** The first time is at once, where it is due. */
  start(): void;
  /** Aborts what is under way, and waits so long for its end. */
  stop(timeoutMs: number): Promise<void>;
}

export interface PeriodicTaskOptions {
  /** The same in every process and version: `end-idle-conversations`. */
  readonly name: string;
  readonly everyMs: number;
  /**
   * Takes as long as it takes. A rejection is logged; the next time comes as ever.
   *
   * @param lastAt when it was begun the time before, by whatever process; undefined the first time
   */
  readonly run: (signal: AbortSignal, lastAt: Date | undefined) => Promise<void>;
}

/** A process that dies with a claim is given so long. */
const LEASE_MS = 30_000;

/**
 * A lease in a table rather than an advisory lock: that would hold a connection, and in the embedded database everybody, for as
 * long as the task runs.
 */
export function createPeriodicTask(database: Database, log: StoreLog, options: PeriodicTaskOptions): PeriodicTask {
  const { name, everyMs } = options;
  const outage = createOutageLog(log, `the task ${name}`);
  const stopping = new AbortController();
  let ended: Promise<void> | undefined;

  async function runOnce(): Promise<void> {
    const claim: TaskClaim = { name, claim: randomUUID(), leaseMs: LEASE_MS };
    const claimed = await claimTask(database, claim, everyMs);
    if (claimed === undefined) return;
    const lost = new AbortController();
    const extension = setInterval(() => {
      // Without an answer the claim holds for a while: the next time will tell.
      extendTask(database, claim).then(
        (ours) => ours || lost.abort(),
        () => {},
      );
    }, LEASE_MS / 3);
    try {
      const lastAt = claimed.lastAt === null ? undefined : new Date(claimed.lastAt);
      await options.run(AbortSignal.any([stopping.signal, lost.signal]), lastAt);
    } finally {
      clearInterval(extension);
      await releaseTask(database, claim);
    }
  }

  async function runForEver(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await runOnce();
        outage.worked();
      } catch (error) {
        if (!stopping.signal.aborted) outage.failed(error);
      }
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  return {
    start() {
      ended ??= runForEver();
    },
    async stop(timeoutMs) {
      stopping.abort();
      await Promise.race([ended, sleep(timeoutMs, undefined, { ref: false })]);
    },
  };
}
