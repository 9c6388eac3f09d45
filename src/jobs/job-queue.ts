import type { Executor } from '../store/database.js';
import type { JobPayloads, JobType } from './job-types.js';

/**
 * Durable background work: a job that was added is done at least once, also when the process is killed meanwhile. Handlers are
 * idempotent for that reason.
 */
export interface JobQueue {
  /**
   * Adds a job. With a transaction as `db` it is there when that commits, and never without it.
   *
   * @returns its id, a UUID; that of the job that waits already, where one with the same `singletonKey` does
   */
  enqueue<Type extends JobType>(db: Executor, job: NewJob<Type>): Promise<string>;
  /** @returns undefined when the workspace has no such job */
  find(workspaceId: number, id: string): Promise<JobRecord | undefined>;
  /** Newest first. */
  list(workspaceId: number, filter: JobFilter): Promise<readonly JobRecord[]>;
  /**
   * Puts a job that failed for good back, with all its tries before it; false when the workspace has no such job, it did not
   * fail, or another with its `singletonKey` waits.
   */
  retry(workspaceId: number, id: string): Promise<boolean>;
  /** Jobs that wait, of all workspaces. Rejects when the database does not say so within a second. */
  countWaiting(): Promise<number>;
  /** Jobs that came to their end in this process, by type. */
  ended(): readonly EndedJobs[];
  /** Begins to take jobs in this process. */
  start(handlers: JobHandlers): Promise<void>;
  /** Takes no more; those under way get `signal` and so long to end, and are put back otherwise. */
  stop(timeoutMs: number): Promise<void>;
}

export interface NewJob<Type extends JobType> {
  readonly workspaceId: number;
  readonly type: Type;
  readonly payload: JobPayloads[Type];
  /** Not before. Absent: at once. */
  readonly startAfter?: Date;
  /** Of jobs of this workspace and type with the same key at most one waits. */
  readonly singletonKey?: string;
}

export type JobStatus = 'processing' | 'completed' | 'failed';

/** A job as `GET /v1/jobs/{id}` shows it. `processing` is everything that is not at its end: waiting, running, to be tried again. */
export interface JobRecord {
  readonly id: string;
  readonly type: JobType;
  readonly status: JobStatus;
  /** How often it was begun. */
  readonly attempts: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** What its handler returned. */
  readonly result?: Readonly<Record<string, unknown>>;
  /** Why it failed, or why its last try did: one sentence, without a caller's words. */
  readonly error?: string;
}

export interface EndedJobs {
  readonly type: string;
  readonly outcome: 'completed' | 'failed';
  readonly count: number;
}

export interface JobFilter {
  readonly status?: JobStatus | undefined;
  readonly type?: JobType | undefined;
  readonly limit: number;
}

export interface JobContext {
  readonly workspaceId: number;
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  /** No further try follows this one. */
  readonly isLastAttempt: boolean;
  /**
   * The process is to stop, or the try has taken too long (its reason is then a TryFailed): end soon, by throwing. A job that is
   * stopped is put back.
   */
  readonly signal: AbortSignal;
  /**
   * For whatever waits for somebody else than the database: a model, a webhook, another thread. Other jobs are done meanwhile, so that one
   * that hangs holds nobody up. The job goes on when it is its turn again.
   */
  outside<Result>(work: () => Promise<Result>): Promise<Result>;
}

/**
 * What is returned becomes the job's `result`. A rejection is tried again with back-off, but for JobFailed. Of other errors than
 * JobFailed and TryFailed only the kind is kept.
 */
export interface JobHandler<Type extends JobType> {
  (payload: JobPayloads[Type], context: JobContext): Promise<Readonly<Record<string, unknown>> | undefined>;
  /**
   * Says of a job whose process died in its last try, wherever that is kept, that it failed: nobody comes back to it. It is done in
   * the transaction in which the job fails.
   *
   * @param reason a sentence, without a caller's words
   */
  readonly abandoned?: (
    trx: Executor,
    workspaceId: number,
    payload: JobPayloads[Type],
    reason: string,
  ) => Promise<unknown>;
}

export type JobHandlers = { readonly [Type in JobType]: JobHandler<Type> };

/** A job that would fail again: it is not tried again. The message is shown to the workspace's people. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}

/** A try that failed with a reason worth keeping: it is tried again. The message is shown to the workspace's people. */
export class TryFailed extends Error {
  override readonly name = 'TryFailed';
}
