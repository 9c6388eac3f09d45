import type { Runner } from './database.js';
import { isUniqueViolation } from './is-race.js';

/** One try of a job: a job that was taken from us and given to somebody else is not ours to end. */
export interface JobTry {
  readonly id: string;
  /** As pg-boss says it with the job: tries before this one. */
  readonly retryCount: number;
}

const SUPERSEDED = 'Another job with the same task waits in its place.';

const THE_TRY = `id = $1 AND retry_count = $2 AND state = 'active'`;

/** Ends a try well; false when the job is not ours any more. */
export async function completeJob({ run }: Runner, job: JobTry, result: object | undefined): Promise<boolean> {
  const output = result === undefined ? null : JSON.stringify({ result });
  const rows = await run(
    `UPDATE jobs SET state = 'completed', completed_on = now(), output = $3::jsonb WHERE ${THE_TRY} RETURNING 1`,
    [job.id, job.retryCount, output],
  );
  return rows.length > 0;
}

/**
 * Ends a job: no try follows. False when it is not ours any more.
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
