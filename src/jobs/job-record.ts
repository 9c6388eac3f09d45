import type { StoredJob } from '../store/jobs.js';
import type { JobRecord, JobStatus } from './job-queue.js';
import type { JobType } from './job-types.js';

/** Of a job whose process died or hung. */
export const ABANDONED = 'The process that did it ended before the job did.';

const STATUSES: Readonly<Record<StoredJob['state'], JobStatus>> = {
  created: 'processing',
  retry: 'processing',
  active: 'processing',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'failed',
};

/** A job as it is shown, of what is kept of it. */
export function jobRecord({ id, type, state, attempts, createdAt, updatedAt, output }: StoredJob): JobRecord {
  const error = errorIn(output);
  return {
    id,
    type: type as JobType,
    status: STATUSES[state],
    attempts,
    createdAt,
    updatedAt,
    ...(isObject(output?.result) ? { result: output.result } : {}),
    ...(error === undefined ? {} : { error }),
  };
}

function errorIn(output: StoredJob['output']): string | undefined {
  if (typeof output?.error === 'string') return output.error;
  // pg-boss's, of a job that expired under an earlier version.
  return isObject(output?.value) ? ABANDONED : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
