import type { Logger } from 'pino';
import type { Database, Executor } from '../store/database.js';
import { findJob, insertJob, listJobs, retryJob } from '../store/jobs.js';
import { countWaitingJobs } from '../store/waiting-jobs.js';
import type { EndedJobs, JobQueue } from './job-queue.js';
import { jobRecord } from './job-record.js';
import { type JobSettingsOverride, jobSettings } from './job-settings.js';
import { JobWorker, type JobWorkerOptions } from './job-worker.js';

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
/** Whoever asks for figures does not wait for a database that hangs. */
const COUNT_MS = 1_000;

/** The queue on a database. It takes no jobs before `start`; everything else works without it. */
export function createJobQueue(database: Database, log: Logger, options: JobQueueOptions = {}): JobQueue {
  const { knex } = database;
  const { expireSeconds = EXPIRE_SECONDS, settings } = options;
  const counts = new Map<string, EndedJobs>();
  let worker: JobWorker | undefined;

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
      const onEnd: JobWorkerOptions['onEnd'] = (type, outcome) => {
        const key = `${type} ${outcome}`;
        counts.set(key, { type, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
      };
      const ofWorker = { handlers, concurrency, outsideMax, pollMs, expireSeconds, settings, onEnd };
      worker = new JobWorker(database, log, ofWorker);
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
