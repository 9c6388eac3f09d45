import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { describeError } from '../errors.js';
import type { Abandonment } from '../store/abandoned-jobs.js';
import type { Database } from '../store/database.js';
import { extendJobs } from '../store/job-tries.js';
import { type JobsKept, removeOldJobs } from '../store/remove-old-jobs.js';
import { letOneGoFirst, msUntilNextJob } from '../store/waiting-jobs.js';
import { endAbandonedJobs } from './end-abandoned-jobs.js';
import type { JobHandlers } from './job-queue.js';
import { type JobRun, runJob } from './job-runner.js';
import { type JobSettingsOverride, jobSettings, TURN_AFTER, TURN_PRIORITY } from './job-settings.js';
import { createOutageLog } from './outage-log.js';
import { createPeriodicTask, type PeriodicTask } from './periodic-task.js';
import { openPgBoss, type PgBossClient, type TakenJob } from './pg-boss-client.js';
import { WorkPlaces } from './work-places.js';

const SIGNS_OF_LIFE_PER_EXPIRY = 4;
/** The embedded database has its owner's jobs only, and rests for its maintenance in between. */
const EXPIRE_EVERY_MS = { embedded: 60_000, server: 15_000 } as const;
const REMOVE_OLD_EVERY_MS = 60 * 60 * 1000;
/** A week, and a month for those that can be retried. */
const JOBS_KEPT: JobsKept = { completedSeconds: 7 * 24 * 60 * 60, failedSeconds: 30 * 24 * 60 * 60 };
const AFTER_FAILURE_MS = 1_000;
/** With so short an interval, asking when the next job is due costs more than it saves. */
const SHORT_POLL_MS = 1_000;

export interface JobWorkerOptions {
  readonly handlers: JobHandlers;
  readonly concurrency: number;
  readonly outsideMax: number;
  readonly pollMs: number;
  readonly expireSeconds: number;
  readonly settings: JobSettingsOverride | undefined;
  readonly onEnd: (type: string, outcome: 'completed' | 'failed') => void;
}

/** Takes the jobs of a queue and runs them, as many as there are places. */
export class JobWorker {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #options: JobWorkerOptions;
  readonly #running = new Set<JobRun>();
  readonly #places: WorkPlaces;
  readonly #stopping = new AbortController();
  #wake = new AbortController();
  #tasks: readonly PeriodicTask[] = [];
  #loop: Promise<void> = Promise.resolve();
  #signsOfLife: NodeJS.Timeout | undefined;
  /** Jobs with a priority that were taken since one without was. */
  #takenAhead = 0;

  constructor(database: Database, log: Logger, options: JobWorkerOptions) {
    this.#database = database;
    this.#log = log;
    this.#options = options;
    const { concurrency, outsideMax } = options;
    this.#places = new WorkPlaces({ working: concurrency, outside: outsideMax, onFree: () => this.wake() });
  }

  async start(): Promise<void> {
    const boss = await openPgBoss(this.#database);
    if (this.#database.kind === 'embedded') {
      const count = await this.#endAbandoned('left');
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
          await this.#endAbandoned('expired');
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

  /** @returns how many jobs will be tried again */
  #endAbandoned(how: Abandonment): Promise<number> {
    return endAbandonedJobs(this.#database, this.#log, this.#options, how);
  }

  #run(job: TakenJob): void {
    const run = runJob(this.#database, job, { ...this.#options, place: this.#places.begin() });
    this.#running.add(run);
    if (this.#stopping.signal.aborted) run.stop();
    void run.ended.catch((error: unknown) => this.#sayNotTold(error)).finally(() => this.#running.delete(run));
  }

  async #msUntilNext(): Promise<number> {
    const { pollMs } = this.#options;
    if (pollMs <= SHORT_POLL_MS) return pollMs;
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
