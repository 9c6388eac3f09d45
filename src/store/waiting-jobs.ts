import type { Runner } from './database.js';
import { JOB_QUEUE_NAME } from './job-schema.js';

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
