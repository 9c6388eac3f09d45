import { NIL_UUID } from '../uuid.js';
import type { Runner } from './database.js';

export interface JobsKept {
  /** So long a job that was completed stays to be seen. */
  readonly completedSeconds: number;
  readonly failedSeconds: number;
}

/** So many jobs are looked at by one statement: none takes long. */
const LOOKED_AT = 2000;

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
  for (let after: string | undefined = NIL_UUID; after !== undefined; ) {
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
