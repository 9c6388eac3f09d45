import { randomUUID } from 'node:crypto';
import type { Executor } from './database.js';
import { isUniqueViolation } from './is-race.js';
import { JOB_QUEUE_NAME } from './job-schema.js';

/**
 * Jobs as workspaces have them, in the tables of pg-boss (migration 8). pg-boss takes jobs; what it has no call for is said here and in
 * `job-tries.ts`, `abandoned-jobs.ts`, `waiting-jobs.ts` and `remove-old-jobs.ts`, by the view `jobs`.
 */

/** A job as it is kept: `data` is what pg-boss hands out. */
export interface JobData {
  readonly workspace_id: number;
  readonly type: string;
  readonly payload: object;
}

export interface NewStoredJob {
  readonly type: string;
  readonly payload: object;
  /** Not before. Absent: at once. */
  readonly startAfter?: Date | undefined;
  /** Of the jobs of this workspace and type with the same key at most one waits. At most some hundred characters. */
  readonly singletonKey?: string | undefined;
  /** How often it is begun at most, from 1. */
  readonly triesMax: number;
  /** After an expired first try; the wait after each further one is twice as long. Rounded up to whole seconds. */
  readonly retryDelaySeconds: number;
  /** After so long without a sign of life of the process that does it, it is taken from that. */
  readonly expireSeconds: number;
  /** Of jobs that are due, the highest goes first. (0.) */
  readonly priority?: number | undefined;
}

export interface StoredJob {
  readonly id: string;
  readonly type: string;
  readonly state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';
  readonly attempts: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** What `completeJob` and `failJob` wrote, or pg-boss's own words, of earlier versions, for a job that expired. */
  readonly output: Readonly<Record<string, unknown>> | null;
}

const TRIES_TO_ADD = 5;

/**
 * Adds a job. Waiting jobs are kept for as long as it takes: ten years.
 *
 * @returns its id, or that of the one with the same `singletonKey` that waits already
 */
export async function insertJob(db: Executor, workspaceId: number, job: NewStoredJob): Promise<string> {
  const { type, payload, startAfter, triesMax, retryDelaySeconds, expireSeconds, priority = 0 } = job;
  const data: JobData = { workspace_id: workspaceId, type, payload };
  const singletonKey = job.singletonKey === undefined ? null : `${workspaceId}/${type}/${job.singletonKey}`;
  for (let tries = 0; tries < TRIES_TO_ADD; tries += 1) {
    const { rows } = await db.raw<{ rows: { id: string }[] }>(
      `INSERT INTO jobs
         (id, name, data, start_after, singleton_key, retry_limit, retry_delay, retry_backoff, expire_in, keep_until, priority)
       VALUES (?, ?, ?::jsonb, COALESCE(?::timestamptz, now()), ?, ?, ?, true, ? * interval '1 second', now() + interval '10 years', ?)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[randomUUID(), JOB_QUEUE_NAME, JSON.stringify(data), startAfter ?? null, singletonKey],
        ...[triesMax - 1, Math.max(Math.ceil(retryDelaySeconds), 1), expireSeconds, priority],
      ],
    );
    const id = rows[0]?.id ?? (await findWaiting(db, singletonKey));
    if (id !== undefined) return id;
    // It was taken between the two.
  }
  throw new Error('A job could not be added: the one in its place came and went too often.');
}

async function findWaiting(db: Executor, singletonKey: string | null): Promise<string | undefined> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM jobs WHERE singleton_key = ? AND state < 'active'`,
    [singletonKey],
  );
  return rows[0]?.id;
}

/** A beating job's `started_on` moves: it is the last sign of life. */
const COLUMNS = `id, data->>'type' AS type, state::text AS state,
  CASE WHEN started_on IS NULL THEN 0 ELSE retry_count + 1 END AS attempts,
  created_on AS "createdAt", COALESCE(completed_on, started_on, created_on) AS "updatedAt", output`;

/** @returns undefined when the workspace has no such job */
export async function findJob(db: Executor, workspaceId: number, id: string): Promise<StoredJob | undefined> {
  const { rows } = await db.raw<{ rows: StoredJob[] }>(
    `SELECT ${COLUMNS} FROM jobs WHERE data->>'workspace_id' = ? AND id = ?`,
    [`${workspaceId}`, id],
  );
  return rows[0];
}

export interface StoredJobFilter {
  readonly status?: 'processing' | 'completed' | 'failed' | undefined;
  readonly type?: string | undefined;
  readonly limit: number;
}

const STATUS_CONDITIONS = {
  processing: `state < 'completed'`,
  completed: `state = 'completed'`,
  failed: `state = 'failed'`,
} as const;

/** Newest first. */
export async function listJobs(
  db: Executor,
  workspaceId: number,
  { status, type, limit }: StoredJobFilter,
): Promise<readonly StoredJob[]> {
  const conditions = [
    `data->>'workspace_id' = ?`,
    ...(status === undefined ? [] : [STATUS_CONDITIONS[status]]),
    ...(type === undefined ? [] : [`data->>'type' = ?`]),
  ];
  const { rows } = await db.raw<{ rows: StoredJob[] }>(
    `SELECT ${COLUMNS} FROM jobs WHERE ${conditions.join(' AND ')} ORDER BY created_on DESC, id LIMIT ?`,
    [`${workspaceId}`, ...(type === undefined ? [] : [type]), limit],
  );
  return rows;
}

/**
 * Puts a job that failed for good back, with all its tries before it.
 *
 * @returns false when the workspace has no such job, it did not fail, or another with its singleton key waits
 */
export async function retryJob(db: Executor, workspaceId: number, id: string): Promise<boolean> {
  try {
    const { rowCount } = await db.raw<{ rowCount: number }>(
      `UPDATE jobs SET state = 'retry', start_after = now(), completed_on = NULL, retry_count = 0, started_on = NULL
       WHERE data->>'workspace_id' = ? AND id = ? AND state = 'failed'`,
      [`${workspaceId}`, id],
    );
    return rowCount > 0;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
