import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeError } from '../errors.js';
import type { Database, Executor } from '../store/database.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../store/database-error.js';
import {
  type Abandonment,
  countWaitingJobs,
  extendJobs,
  failAbandonedJob,
  findJob,
  insertJob,
  type JobData,
  type JobsKept,
  jobsAbandonedForGood,
  letOneGoFirst,
  listJobs,
  msUntilNextJob,
  releaseAbandonedJobs,
  removeOldJobs,
  retryJob,
} from '../store/jobs.js';
import type { EndedJobs, JobHandler, JobHandlers, JobQueue } from './job-queue.js';
import { ABANDONED, jobRecord } from './job-record.js';
import { type JobRun, runJob } from './job-runner.js';
import { type JobSettingsOverride, jobSettings, TURN_AFTER, TURN_PRIORITY } from './job-settings.js';
import { createOutageLog } from './outage-log.js';
import { createPeriodicTask, type PeriodicTask } from './periodic-task.js';
import { openPgBoss, type PgBossClient, type TakenJob } from './pg-boss-client.js';
import { WorkPlaces } from './work-places.js';

export interface JobQueueOptions {
  /** Jobs that work at once in this process. (Embedded: 1; server: 4.) */
  readonly concurrency?: number;
  /** Jobs besides that wait for a model, a webhook or whoever else is not the database. (16.) */
  readonly outsideMax?: number;
  /** How often the database is asked for jobs that nobody told of. (Embedded: 30 s; server: 1 s.) */
  readonly pollMs?: number;
  /** After so long without a sign of life of a process its jobs are given to another. Whole seconds. (60.) */
  readonly expireSeconds?: number;
  readonly settings?: JobSettingsOverride;
}

/**
 * In the embedded database nobody else adds jobs, so it is asked when one was added, or is due, and left in peace otherwise: its
 * maintenance waits for quiet. A server's jobs may come from other processes.
 */
const DEFAULTS = {
  embedded: { concurrency: 1, pollMs: 30_000 },
  server: { concurrency: 4, pollMs: 1_000 },
} as const;

/** One who hangs keeps a job for a minute; so many of them hold up none of the others. */
const OUTSIDE_MAX = 16;

const EXPIRE_SECONDS = 60;
const SIGNS_OF_LIFE_PER_EXPIRY = 4;
/** The embedded database has its owner's jobs only, and rests for its maintenance in between. */
const EXPIRE_EVERY_MS = { embedded: 60_000, server: 15_000 } as const;
const REMOVE_OLD_EVERY_MS = 60 * 60 * 1000;
/** A week, and a month for those that can be retried. */
const JOBS_KEPT: JobsKept = { completedSeconds: 7 * 24 * 60 * 60, failedSeconds: 30 * 24 * 60 * 60 };
/** Whoever asks for figures does not wait for a database that hangs. */
const COUNT_MS = 1_000;
const AFTER_FAILURE_MS = 1_000;

/** The queue on a database. It takes no jobs before `start`; everything else works without it. */
export function createJobQueue(database: Database, log: Logger, options: JobQueueOptions = {}): JobQueue {
  const { knex } = database;
  const { expireSeconds = EXPIRE_SECONDS, settings } = options;
  const counts = new Map<string, EndedJobs>();
  let worker: Worker | undefined;

  return {
    async enqueue(db, { workspaceId, type, payload, startAfter, singletonKey }) {
      const { triesMax, retryDelaySeconds, priority } = jobSettings(type, settings);
      const ofJob = { type, payload, startAfter, singletonKey, triesMax, retryDelaySeconds, expireSeconds, priority };
      const id = await insertJob(db, workspaceId, ofJob);
      void whenCommitted(db).then((committed) => committed && worker?.wake());
      return id;
    },
    async find(workspaceId, id) {
      const found = await findJob(knex, workspaceId, id);
      return found && jobRecord(found);
    },
    async list(workspaceId, filter) {
      return (await listJobs(knex, workspaceId, filter)).map(jobRecord);
    },
    async retry(workspaceId, id) {
      const isBack = await retryJob(knex, workspaceId, id);
      if (isBack) worker?.wake();
      return isBack;
    },
    countWaiting: () => countWaitingJobs(database, COUNT_MS),
    ended: () => [...counts.values()],
    async start(handlers) {
      if (worker !== undefined) throw new Error('The queue takes jobs already.');
      const { concurrency, pollMs, outsideMax = OUTSIDE_MAX } = { ...DEFAULTS[database.kind], ...options };
      const onEnd: WorkerOptions['onEnd'] = (type, outcome) => {
        const key = `${type} ${outcome}`;
        counts.set(key, { type, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
      };
      const ofWorker = { handlers, concurrency, outsideMax, pollMs, expireSeconds, settings, onEnd };
      worker = new Worker(database, log, ofWorker);
      await worker.start();
    },
    async stop(timeoutMs) {
      await worker?.stop(timeoutMs);
      worker = undefined;
    },
  };
}

/** Whether what was done with `db` is there for others, once that is decided. */
async function whenCommitted(db: Executor): Promise<boolean> {
  let transaction = 'executionPromise' in db ? db : undefined;
  // A transaction within another is a savepoint: the outermost decides.
  while (transaction?.parentTransaction !== undefined) transaction = transaction.parentTransaction;
  if (transaction?.executionPromise === undefined) return true;
  return transaction.executionPromise.then(
    () => true,
    () => false,
  );
}

interface WorkerOptions {
  readonly handlers: JobHandlers;
  readonly concurrency: number;
  readonly outsideMax: number;
  readonly pollMs: number;
  readonly expireSeconds: number;
  readonly settings: JobSettingsOverride | undefined;
  readonly onEnd: (type: string, outcome: 'completed' | 'failed') => void;
}

/** Takes jobs and runs them, as many as there are places. */
class Worker {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #options: WorkerOptions;
  readonly #running = new Set<JobRun>();
  readonly #places: WorkPlaces;
  readonly #stopping = new AbortController();
  #wake = new AbortController();
  #tasks: readonly PeriodicTask[] = [];
  #loop: Promise<void> = Promise.resolve();
  #signsOfLife: NodeJS.Timeout | undefined;
  /** Jobs with a priority that were taken since one without was. */
  #takenAhead = 0;

  constructor(database: Database, log: Logger, options: WorkerOptions) {
    this.#database = database;
    this.#log = log;
    this.#options = options;
    const { concurrency, outsideMax } = options;
    this.#places = new WorkPlaces({ working: concurrency, outside: outsideMax, onFree: () => this.wake() });
  }

  async start(): Promise<void> {
    const boss = await openPgBoss(this.#database);
    if (this.#database.kind === 'embedded') {
      await this.#failAbandoned('left');
      const count = await this.#releaseAbandoned('left');
      if (count > 0) this.#log.warn({ jobs: count }, 'jobs that the last process left unfinished begin again');
    }
    const signMs = (this.#options.expireSeconds * 1000) / SIGNS_OF_LIFE_PER_EXPIRY;
    this.#signsOfLife = setInterval(() => this.#giveSignOfLife(), signMs);
    this.#signsOfLife.unref();
    // Where jobs expire sooner than usual, that shows sooner.
    const expireEveryMs = Math.min(EXPIRE_EVERY_MS[this.#database.kind], this.#options.expireSeconds * 1000);
    this.#tasks = [
      createPeriodicTask(this.#database, this.#log, {
        name: 'expire-jobs',
        everyMs: expireEveryMs,
        run: async () => {
          await this.#failAbandoned('expired');
          await this.#releaseAbandoned('expired');
        },
      }),
      createPeriodicTask(this.#database, this.#log, {
        name: 'remove-old-jobs',
        everyMs: REMOVE_OLD_EVERY_MS,
        run: (signal) => removeOldJobs(this.#database, JOBS_KEPT, signal),
      }),
    ];
    for (const task of this.#tasks) task.start();
    this.#loop = this.#takeForEver(boss);
  }

  /** Looks for jobs at once. */
  wake(): void {
    this.#wake.abort();
  }

  async stop(timeoutMs: number): Promise<void> {
    this.#stopping.abort();
    this.wake();
    for (const run of this.#running) run.stop();
    const taskStops = this.#tasks.map((task) => task.stop(timeoutMs));
    // What is being taken now is stopped as soon as it is there.
    const allEnded = this.#loop.then(() => Promise.all([...this.#running].map(({ ended }) => ended.catch(() => {}))));
    await Promise.race([allEnded, sleep(timeoutMs, undefined, { ref: false })]);
    clearInterval(this.#signsOfLife);
    const left = [...this.#running];
    const outcomes = await Promise.allSettled(left.map((run) => run.abandon()));
    if (left.length > 0) this.#log.warn({ jobs: left.length }, 'jobs did not end in time, and were put back');
    for (const outcome of outcomes) if (outcome.status === 'rejected') this.#sayNotTold(outcome.reason);
    await Promise.all(taskStops);
  }

  async #takeForEver(boss: PgBossClient): Promise<void> {
    const outage = createOutageLog(this.#log, 'taking jobs');
    while (!this.#stopping.signal.aborted) {
      this.#wake = new AbortController();
      const free = this.#places.reserve();
      let waitMs = this.#options.pollMs;
      try {
        const count = free === 0 ? 0 : await this.#begin(boss, free);
        outage.worked();
        // There may be more, and whoever gives up a place looks for them.
        if (count === free) waitMs = Number.POSITIVE_INFINITY;
        else waitMs = await this.#msUntilNext();
      } catch (error) {
        outage.failed(error);
        waitMs = AFTER_FAILURE_MS;
      }
      await this.#sleep(waitMs);
    }
  }

  /** Begins so many jobs at most. @returns how many there were */
  async #begin(boss: PgBossClient, countMax: number): Promise<number> {
    try {
      const taken = await this.#take(boss, countMax);
      for (const job of taken) this.#run(job);
      return taken.length;
    } finally {
      this.#places.release();
    }
  }

  async #take(boss: PgBossClient, countMax: number): Promise<readonly TakenJob[]> {
    if (this.#takenAhead >= TURN_AFTER) {
      await letOneGoFirst(this.#database, TURN_PRIORITY);
      this.#takenAhead = 0;
    }
    const taken = await boss.take(countMax);
    const hasPriority = ({ data }: TakenJob): boolean => jobSettings(data.type, this.#options.settings).priority > 0;
    this.#takenAhead = taken.every(hasPriority) ? this.#takenAhead + taken.length : 0;
    return taken;
  }

  /**
   * Ends jobs whose processes died in their last try, and has their handlers say so. A handler that cannot, as with the payload of
   * another version, keeps nobody from starting, and no other job from its end.
   */
  async #failAbandoned(how: Abandonment): Promise<void> {
    for (const id of await jobsAbandonedForGood(this.#database, how)) {
      let failed: JobData | undefined;
      try {
        failed = await this.#failOne(id, how, true);
      } catch (error) {
        if (error instanceof DatabaseUnavailable || error instanceof DatabaseTimeout) throw error;
        this.#log.error({ job: id, error: describeError(error) }, 'an abandoned job fails without its handler');
        failed = await this.#failOne(id, how, false);
      }
      if (failed !== undefined) this.#options.onEnd(failed.type, 'failed');
    }
  }

  /** @returns how many jobs will be tried again */
  async #releaseAbandoned(how: Abandonment): Promise<number> {
    const { count, supersededTypes } = await releaseAbandonedJobs(this.#database, how, ABANDONED);
    for (const type of supersededTypes) this.#options.onEnd(type, 'failed');
    return count;
  }

  #failOne(id: string, how: Abandonment, isTold: boolean): Promise<JobData | undefined> {
    const handlers: Readonly<Record<string, JobHandler<never> | undefined>> = this.#options.handlers;
    return this.#database.knex.transaction(async (trx) => {
      const data = await failAbandonedJob(trx, id, how, ABANDONED);
      if (data === undefined || !isTold) return data;
      await handlers[data.type]?.abandoned?.(trx, data.workspace_id, data.payload as never, ABANDONED);
      return data;
    });
  }

  #run(job: Parameters<typeof runJob>[1]): void {
    const run = runJob(this.#database, job, { ...this.#options, place: this.#places.begin() });
    this.#running.add(run);
    if (this.#stopping.signal.aborted) run.stop();
    void run.ended.catch((error: unknown) => this.#sayNotTold(error)).finally(() => this.#running.delete(run));
  }

  /** With a short interval the question costs more than it saves. */
  async #msUntilNext(): Promise<number> {
    const { pollMs } = this.#options;
    if (pollMs <= DEFAULTS.server.pollMs) return pollMs;
    const ms = await msUntilNextJob(this.#database);
    return ms === undefined ? pollMs : Math.min(pollMs, Math.max(ms, 0) + 1);
  }

  async #sleep(ms: number): Promise<void> {
    const { signal } = this.#wake;
    // The longest that a timer can.
    await sleep(Math.min(ms, 2 ** 31 - 1), undefined, { signal, ref: false }).catch(() => {});
  }

  #giveSignOfLife(): void {
    if (this.#running.size === 0) return;
    extendJobs(
      this.#database,
      [...this.#running].map(({ job }) => job),
    ).catch((error: unknown) => {
      this.#log.warn({ error: describeError(error) }, 'the database cannot be told that jobs are still being done');
    });
  }

  #sayNotTold(error: unknown): void {
    this.#log.error(
      { error: describeError(error) },
      'the database cannot be told what became of a job: it will be done again',
    );
  }
}
