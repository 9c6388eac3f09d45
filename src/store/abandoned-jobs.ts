import type { Executor, Runner } from './database.js';
import { type JobTry, postponeJob } from './job-tries.js';
import type { JobData } from './jobs.js';

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
 * Ends a job for good that was abandoned in its last try.
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
