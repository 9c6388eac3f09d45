import { describeError } from '../errors.js';
import {
  type Abandonment,
  failAbandonedJob,
  jobsAbandonedForGood,
  releaseAbandonedJobs,
} from '../store/abandoned-jobs.js';
import type { Database } from '../store/database.js';
import { DatabaseTimeout, DatabaseUnavailable } from '../store/database-error.js';
import type { JobData } from '../store/jobs.js';
import type { StoreLog } from '../store/store-log.js';
import type { JobHandler, JobHandlers } from './job-queue.js';
import { ABANDONED } from './job-record.js';

interface EndAbandonedOptions {
  readonly handlers: JobHandlers;
  readonly onEnd: (type: string, outcome: 'completed' | 'failed') => void;
}

/**
 * Ends the tries whose processes died. Those that were the last ones have their handlers say so: a handler that cannot, as with the
 * payload of another version, keeps nobody from starting, and no other job from its end.
 *
 * @returns how many jobs will be tried again
 */
export async function endAbandonedJobs(
  database: Database,
  log: StoreLog,
  { handlers, onEnd }: EndAbandonedOptions,
  how: Abandonment,
): Promise<number> {
  for (const id of await jobsAbandonedForGood(database, how)) {
    const failed = await failOne(database, id, how, handlers).catch((error: unknown) => {
      if (error instanceof DatabaseUnavailable || error instanceof DatabaseTimeout) throw error;
      log.error({ job: id, error: describeError(error) }, 'an abandoned job fails without its handler');
      return failOne(database, id, how, {});
    });
    if (failed !== undefined) onEnd(failed.type, 'failed');
  }
  const { count, supersededTypes } = await releaseAbandonedJobs(database, how, ABANDONED);
  for (const type of supersededTypes) onEnd(type, 'failed');
  return count;
}

/** @returns the job; undefined when it is not abandoned any more */
function failOne(
  { knex }: Database,
  id: string,
  how: Abandonment,
  handlers: Readonly<Record<string, JobHandler<never> | undefined>>,
): Promise<JobData | undefined> {
  return knex.transaction(async (trx) => {
    const data = await failAbandonedJob(trx, id, how, ABANDONED);
    if (data === undefined) return undefined;
    await handlers[data.type]?.abandoned?.(trx, data.workspace_id, data.payload as never, ABANDONED);
    return data;
  });
}
