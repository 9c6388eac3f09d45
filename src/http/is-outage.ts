import { DatabaseTimeout, DatabaseUnavailable } from '../store/database-error.js';
import { TimeIsUp } from './within.js';

/** Whether an error says no more than that the database does not answer now. */
export function isOutage(error: unknown): boolean {
  return error instanceof DatabaseUnavailable || error instanceof DatabaseTimeout || error instanceof TimeIsUp;
}
