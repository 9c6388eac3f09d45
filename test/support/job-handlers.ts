import { type JobContext, JobFailed, type JobHandlers } from '../../src/jobs/job-queue.js';
import { JOB_TYPES } from '../../src/jobs/job-types.js';

/** What a handler is given to wait with, where it is called without a queue. */
export const outside: JobContext['outside'] = (work) => work();

/** Handlers for every type: of types that are left out, jobs fail for good. */
export function withTheRest(handlers: Partial<JobHandlers>): JobHandlers {
  const unexpected = async () => {
    throw new JobFailed('The test has no handler for this job.');
  };
  return {
    ...(Object.fromEntries(JOB_TYPES.map((type) => [type, unexpected])) as unknown as JobHandlers),
    ...handlers,
  };
}
