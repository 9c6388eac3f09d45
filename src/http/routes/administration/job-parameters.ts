import { z } from 'zod';
import { JOB_TYPES } from '../../../jobs/job-types.js';
import { JOB_STATUSES } from '../../wire/job.js';
import { WorkspaceParameters } from '../../workspace-of.js';

const LIMIT = { max: 1000, fallback: 100 } as const;
const LIMIT_WANTED = `has to be a whole number from 1 to ${LIMIT.max}`;

/** The query string of the list. */
export const JobListParameters = z.strictObject({
  status: z.enum(JOB_STATUSES).optional().describe('Only jobs of this status.'),
  type: z.enum(JOB_TYPES).optional().describe('Only jobs of this type.'),
  limit: z.coerce
    .number(LIMIT_WANTED)
    .int(LIMIT_WANTED)
    .min(1, LIMIT_WANTED)
    .max(LIMIT.max, LIMIT_WANTED)
    .default(LIMIT.fallback)
    .describe(`How many at most, 1 to ${LIMIT.max}; ${LIMIT.fallback} by default.`),
  ...WorkspaceParameters.shape,
});
