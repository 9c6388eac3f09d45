import { z } from 'zod';
import { INITIALIZATION_DIRECTIONS, INITIALIZATION_STATUSES } from '../../../store/initializations.js';
import { WorkspaceParameters } from '../../workspace-of.js';

const LIMIT = { max: 1000, fallback: 100 } as const;
const LIMIT_WANTED = `has to be a whole number from 1 to ${LIMIT.max}`;
const ID_WANTED = 'has to be the id of an initialization';
const TIME_WANTED = 'has to be a time with its offset, such as 2026-07-01T12:00:00Z';

/** The query string of the list. */
export const InitializationListParameters = z.strictObject({
  limit: z.coerce
    .number(LIMIT_WANTED)
    .int(LIMIT_WANTED)
    .min(1, LIMIT_WANTED)
    .max(LIMIT.max, LIMIT_WANTED)
    .default(LIMIT.fallback)
    .describe(`How many at most, 1 to ${LIMIT.max}; ${LIMIT.fallback} by default.`),
  before: z.guid(ID_WANTED).optional().describe('Only those older than the one with this id.'),
  since: z.iso.datetime({ offset: true, error: TIME_WANTED }).optional().describe('Only those from this time on.'),
  assistant_id: z
    .string()
    .regex(/^[^\0\p{Surrogate}]*$/u, 'holds characters that no id has')
    .optional()
    .describe('Only those of this assistant.'),
  status: z.enum(INITIALIZATION_STATUSES).optional().describe('Only those with this outcome.'),
  direction: z.enum(INITIALIZATION_DIRECTIONS).optional().describe('Only those that we got, or that we sent.'),
  ...WorkspaceParameters.shape,
});
