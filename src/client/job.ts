import { numberOf, objectOf, objectOrNull, oneOf, textOf, textOrNull } from './read-json.js';

const STATUSES = ['processing', 'completed', 'failed'] as const;

/** A piece of background work. Times are ISO 8601. */
export interface Job {
  readonly jobId: string;
  readonly type: string;
  /** `processing`: it waits, runs, or is going to be tried again. `failed`: it is not tried again by itself. */
  readonly status: (typeof STATUSES)[number];
  readonly attempts: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of an extraction: how many `facts`, `episodes`, `entities` and `procedures` there are. */
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly error: string | null;
}

/** @throws Unreadable */
export function jobOf(json: unknown): Job {
  const job = objectOf(json);
  return {
    jobId: textOf(job.job_id),
    type: textOf(job.type),
    status: oneOf(job.status, STATUSES),
    attempts: numberOf(job.attempts),
    createdAt: textOf(job.created_at),
    updatedAt: textOf(job.updated_at),
    result: objectOrNull(job.result),
    error: textOrNull(job.error),
  };
}
