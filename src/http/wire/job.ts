import { z } from 'zod';
import type { JobRecord } from '../../jobs/job-queue.js';
import { JOB_TYPES } from '../../jobs/job-types.js';
import { jsonObject } from '../json-object.js';

export const JOB_STATUSES = ['processing', 'completed', 'failed'] as const;

export const JobJson = z.object({
  job_id: z.uuid(),
  type: z.string().describe(`What kind of work it is: ${JOB_TYPES.map((type) => `\`${type}\``).join(', ')}.`),
  status: z
    .enum(JOB_STATUSES)
    .describe(
      '`processing`: it waits, runs, or is going to be tried again. `failed`: it is not tried again by itself.',
    ),
  attempts: z.number().int().min(0).describe('How often it was begun.'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime().describe('When it was last begun, known to be under way, or ended.'),
  result: jsonObject.nullable().describe('What came of it, where that is worth telling.'),
  error: z.string().nullable().describe('Why it failed, or why its last try did: one sentence.'),
});

export const JobAnswer = z.object({ data: JobJson });

export const JobListAnswer = z.object({ data: z.array(JobJson).describe('Newest first.') });

export function jobJson(job: JobRecord): z.output<typeof JobJson> {
  return {
    job_id: job.id,
    type: job.type,
    status: job.status,
    attempts: job.attempts,
    created_at: job.createdAt,
    updated_at: job.updatedAt,
    result: (job.result ?? null) as z.output<typeof JobJson>['result'],
    error: job.error ?? null,
  };
}
