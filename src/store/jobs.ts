import { randomUUID } from 'node:crypto';
import type { Database, Executor } from './database.js';
import { JOB_QUEUE_NAME } from './job-schema.js';

/**
 * Jobs, in the tables of pg-boss (migration 8). pg-boss takes jobs; what it has no call for is said here, by the view `jobs`: adding
 * one inside of somebody's transaction, ending one for good, taking one from a process that died, and reading them by workspace.
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

/** One try of a job: a job that was taken from us and given to somebody else is not ours to end. */
export interface JobTry {
  readonly id: string;
  /** As pg-boss says it with the job: tries before this one. */
  readonly retryCount: number;
}

const TRIES_TO_ADD = 5;
const UNIQUE_VIOLATION = '23505';

/**
 * Adds a job. Waiting jobs are kept for as long as it takes: ten years.
 *
 * @returns its id, or that of the one with the same `singletonKey` that waits already
 */
export async function insertJob(db: Executor, workspaceId: number, job: NewStoredJob): Promise<string> {
  const { type, payload, startAfter, triesMax, retryDelaySeconds, expireSeconds, priority = 0 } = job;
  const data: JobData = { workspace_id: workspaceId, type, payload };
  const singletonKey = job.singletonKey === undefined ? null : `${workspaceId}/${type}/${job.singletonKey}`;
  for (let turn = 0; turn < TRIES_TO_ADD; turn += 1) {
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

/** Ends a try well; false when the job is not ours any more. So do the two below. */
export async function completeJob({ run }: Runner, job: JobTry, result: object | undefined): Promise<boolean> {
  const output = result === undefined ? null : JSON.stringify({ result });
  const rows = await run(
    `UPDATE jobs SET state = 'completed', completed_on = now(), output = $3::jsonb WHERE ${THE_TRY} RETURNING 1`,
    [job.id, job.retryCount, output],
  );
  return rows.length > 0;
}

/**
 * Ends a job: no try follows.
 *
 * @param condition SQL that has to hold, too
 */
export async function failJob({ run }: Runner, job: JobTry, error: string, condition = 'true'): Promise<boolean> {
  const rows = await run(
    `UPDATE jobs SET state = 'failed', completed_on = now(), output = $3::jsonb WHERE ${THE_TRY} AND ${condition} RETURNING 1`,
    [job.id, job.retryCount, JSON.stringify({ error })],
  );
  return rows.length > 0;
}

/**
 * Ends a try: the next one is begun after so long.
 *
 * @param condition SQL that has to hold, too
 * @returns `superseded` when another with its singleton key waits already: then this one has failed
 */
export async function postponeJob(
  database: Runner,
  job: JobTry,
  delayMs: number,
  error: string,
  condition = 'true',
): Promise<'postponed' | 'superseded' | 'lost'> {
  try {
    const rows = await database.run(
      `UPDATE jobs SET state = 'retry', start_after = now() + $4 * interval '1 millisecond', output = $3::jsonb
       WHERE ${THE_TRY} AND ${condition} RETURNING 1`,
      [job.id, job.retryCount, JSON.stringify({ error }), Math.ceil(delayMs)],
    );
    return rows.length > 0 ? 'postponed' : 'lost';
  } catch (thrown) {
    if (!isUniqueViolation(thrown)) throw thrown;
    return (await failJob(database, job, `${error} ${SUPERSEDED}`, condition)) ? 'superseded' : 'lost';
  }
}

const SUPERSEDED = 'Another job with the same task waits in its place.';
const THE_TRY = `id = $1 AND retry_count = $2 AND state = 'active'`;

type Runner = Pick<Database, 'run'>;

/**
 * Puts a job back as if it had not been begun: its process stops.
 *
 * @param error why it ended, where it cannot be put back
 * @returns `superseded` when another with its singleton key waits already: then this one has failed
 */
export async function putJobBack(database: Runner, job: JobTry, error: string): Promise<'back' | 'superseded'> {
  try {
    // pg-boss counts a try when it hands out a job that was started before.
    await database.run(
      `UPDATE jobs SET state = 'retry', start_after = now(), retry_count = GREATEST(retry_count - 1, 0),
         started_on = CASE WHEN retry_count = 0 THEN NULL ELSE started_on END
       WHERE ${THE_TRY}`,
      [job.id, job.retryCount],
    );
    return 'back';
  } catch (thrown) {
    if (!isUniqueViolation(thrown)) throw thrown;
    return (await failJob(database, job, `${error} ${SUPERSEDED}`)) ? 'superseded' : 'back';
  }
}

/** Says that jobs are being worked on: their time to expire begins anew. */
export async function extendJobs({ run }: Runner, jobs: readonly JobTry[]): Promise<void> {
  await run(
    `UPDATE jobs SET started_on = now() FROM unnest($1::uuid[], $2::int[]) AS mine (id, retry_count)
     WHERE jobs.id = mine.id AND jobs.retry_count = mine.retry_count AND state = 'active'`,
    [jobs.map(({ id }) => id), jobs.map(({ retryCount }) => retryCount)],
  );
}

/** What a job under way was left in: `expired`, no sign of life came in time; `left`, whatever is under way has nobody who does it. */
export type Abandonment = 'expired' | 'left';

const ABANDONED_CONDITIONS: Readonly<Record<Abandonment, string>> = {
  expired: `state = 'active' AND started_on + expire_in < now()`,
  left: `state = 'active'`,
};

/** The ids of jobs that were abandoned in their last try. */
export async function jobsAbandonedForGood({ run }: Runner, how: Abandonment): Promise<readonly string[]> {
  const rows = await run(
    `SELECT id FROM jobs WHERE ${ABANDONED_CONDITIONS[how]} AND retry_count >= retry_limit ORDER BY started_on, id`,
    [],
  );
  return rows.map(({ id }) => id as string);
}

/**
 * Ends such a job for good.
 *
 * @returns what it was; undefined when it is not abandoned any more
 */
export async function failAbandonedJob(
  trx: Executor,
  id: string,
  how: Abandonment,
  error: string,
): Promise<JobData | undefined> {
  const { rows } = await trx.raw<{ rows: { data: JobData }[] }>(
    `UPDATE jobs SET state = 'failed', completed_on = now(), output = ?::jsonb
     WHERE id = ? AND ${ABANDONED_CONDITIONS[how]} AND retry_count >= retry_limit RETURNING data`,
    [JSON.stringify({ error }), id],
  );
  return rows[0]?.data;
}

/** Whoever starts anew begins at once what was left; what expired waits as after any try that failed. In milliseconds. */
const ABANDONED_DELAYS: Readonly<Record<Abandonment, string>> = {
  expired: '1000 * retry_delay * 2 ^ LEAST(16, retry_count) * (1 + random() / 2)',
  left: '0',
};

/** What became of jobs that were abandoned and could be tried again. */
export interface ReleasedJobs {
  /** How many will be. */
  readonly count: number;
  /** The types of those that failed, since another with their singleton key waits. */
  readonly supersededTypes: readonly string[];
}

/** Ends the try of every job that was abandoned and may be tried again. */
export async function releaseAbandonedJobs(database: Runner, how: Abandonment, error: string): Promise<ReleasedJobs> {
  const condition = `${ABANDONED_CONDITIONS[how]} AND retry_count < retry_limit`;
  const rows = await database.run(
    `SELECT id, data->>'type' AS type, retry_count, (${ABANDONED_DELAYS[how]})::float8 AS delay_ms FROM jobs WHERE ${condition} ORDER BY started_on, id`,
    [],
  );
  const supersededTypes: string[] = [];
  let count = 0;
  for (const row of rows) {
    const job: JobTry = { id: row.id as string, retryCount: row.retry_count as number };
    // A sign of life may have come meanwhile.
    const outcome = await postponeJob(database, job, row.delay_ms as number, error, condition);
    if (outcome === 'postponed') count += 1;
    if (outcome === 'superseded') supersededTypes.push(row.type as string);
  }
  return { count, supersededTypes };
}

export interface JobsKept {
  /** So long a job that was completed stays to be seen. */
  readonly completedSeconds: number;
  readonly failedSeconds: number;
}

/** So many jobs are looked at by one statement: none takes long. */
const LOOKED_AT = 2000;

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Removes the jobs of all workspaces that ended long ago, in one walk over the primary key: a week after a large import hundreds of
 * thousands are due at once, which pg-boss would move in a single statement.
 *
 * @param signal ends it between two statements
 */
export async function removeOldJobs(
  { run }: Runner,
  { completedSeconds, failedSeconds }: JobsKept,
  signal?: AbortSignal,
): Promise<void> {
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    signal?.throwIfAborted();
    const rows = await run(
      `WITH page AS MATERIALIZED (
         SELECT id FROM jobs WHERE id > $1::uuid ORDER BY id LIMIT ${LOOKED_AT}
       ), removed AS (
         DELETE FROM jobs USING page
         WHERE jobs.id = page.id AND (
           (state IN ('completed', 'cancelled') AND completed_on < now() - $2 * interval '1 second')
           OR (state = 'failed' AND completed_on < now() - $3 * interval '1 second')
         )
       )
       SELECT id FROM page ORDER BY id DESC LIMIT 1`,
      [after, completedSeconds, failedSeconds],
    );
    after = rows[0]?.id as string | undefined;
  }
}

/**
 * Lets the job that goes first of those without a priority go before all others, where one is due: it would wait as long as others
 * keep coming.
 *
 * @param priority the one it has from now on
 */
export async function letOneGoFirst({ run }: Runner, priority: number): Promise<void> {
  await run(
    `UPDATE jobs SET priority = $2 WHERE state < 'active' AND id = (
       SELECT id FROM jobs WHERE name = $1 AND state < 'active' AND start_after < now() AND priority <= 0
       ORDER BY priority DESC, created_on, id LIMIT 1 FOR UPDATE SKIP LOCKED
     )`,
    [JOB_QUEUE_NAME, priority],
  );
}

/** Of all workspaces: those not begun, and those to be tried again. */
export async function countWaitingJobs({ run }: Runner, timeoutMs: number): Promise<number> {
  const [row] = await run(`SELECT count(*) AS count FROM jobs WHERE state < 'active'`, [], { timeoutMs });
  return row?.count as number;
}

/** How long until the next job is due, in milliseconds; undefined when none waits. */
export async function msUntilNextJob({ run }: Runner): Promise<number | undefined> {
  const [row] = await run(
    `SELECT (EXTRACT(epoch FROM min(start_after) - now()) * 1000)::float8 AS ms FROM jobs WHERE state < 'active'`,
    [],
  );
  return (row?.ms as number | null) ?? undefined;
}

/** The schema of pg-boss's tables, for pg-boss: where the view reads. */
export async function findJobSchema({ run }: Runner): Promise<string> {
  const [row] = await run(
    `SELECT n.nspname::text AS schema
     FROM pg_rewrite r
       JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
       JOIN pg_class t ON t.oid = d.refobjid AND t.relname = 'job'
       JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE r.ev_class = 'jobs'::regclass
     LIMIT 1`,
    [],
  );
  if (row === undefined) throw new Error('The view "jobs" of the database does not read the jobs.');
  return row.schema as string;
}

function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: unknown }).code === UNIQUE_VIOLATION;
}
