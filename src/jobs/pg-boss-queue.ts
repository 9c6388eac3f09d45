import type { Logger } from 'pino';
import type { Database } from '../store/database.js';
import type { JobQueue } from './job-queue.js';

export function createJobQueue(_database: Database, _log: Logger): JobQueue {
  const missing = async () => {
    throw new Error('not built');
  };
  return {
    enqueue: missing,
    find: missing,
    list: missing,
    retry: missing,
    start: async () => {},
    stop: async () => {},
  };
}
