import type { JobQueue } from '../../jobs/job-queue.js';
import type { Database } from '../../store/database.js';
import { type CallerToReflectOn, callersToReflectOn } from '../../store/patterns.js';

export interface ReflectOnCallersDependencies {
  readonly database: Database;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
}

export const REFLECT_EVERY_MS = 24 * 60 * 60 * 1000;

const PAGE = 500;

/** Has everybody reflected on of whom something was learned since the last time. */
export async function reflectOnCallers(
  { database, jobs }: ReflectOnCallersDependencies,
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  for (let after: CallerToReflectOn | undefined; !signal.aborted; ) {
    const page = await callersToReflectOn(database.knex, after, PAGE);
    for (const { workspaceId, callerId } of page) {
      if (signal.aborted) return count;
      await jobs.enqueue(database.knex, {
        workspaceId,
        type: 'reflect',
        payload: { callerId },
        singletonKey: callerId,
      });
      count += 1;
    }
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  return count;
}
