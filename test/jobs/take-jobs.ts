import { setTimeout as sleep } from 'node:timers/promises';
import { createJobQueue, type JobQueueOptions } from '../../src/jobs/pg-boss-queue.js';
import { type DatabaseOptions, openDatabase } from '../../src/store/database.js';
import { ensureDefaultWorkspace } from '../../src/store/workspaces.js';
import { withTheRest } from '../support/job-handlers.js';
import { memoryLog } from '../support/memory-log.js';
import { silentLog } from '../support/silent-log.js';

/** What the process is told, as JSON. */
export interface TakeJobsOptions {
  readonly database: DatabaseOptions;
  readonly queue: Omit<JobQueueOptions, 'settings'>;
  /** How long a job takes; none ends when it is absent. */
  readonly jobMs?: number;
  /** How many it adds itself, to the default workspace. */
  readonly add: number;
}

/** Takes jobs until it is killed; says `begun <id>` and `done <id>` of each. */
export default async function takeJobs(text: string): Promise<void> {
  const options = JSON.parse(text) as TakeJobsOptions;
  const database = await openDatabase(options.database, silentLog);
  const workspace = await ensureDefaultWorkspace(database.knex);
  const jobs = createJobQueue(database, memoryLog().log, {
    ...options.queue,
    settings: () => ({ retryDelaySeconds: 1 }),
  });
  await jobs.start(
    withTheRest({
      'fetch-telnyx-conversation': async (_payload, { jobId }) => {
        console.log(`begun ${jobId}`);
        if (options.jobMs === undefined) return new Promise(() => {});
        await sleep(options.jobMs);
        console.log(`done ${jobId}`);
        return undefined;
      },
    }),
  );
  console.log('ready');
  const job = {
    workspaceId: workspace.id,
    type: 'fetch-telnyx-conversation',
    payload: { conversationId: 'c' },
  } as const;
  for (let turn = 0; turn < options.add; turn += 1) await jobs.enqueue(database.knex, job);
  await new Promise(() => setInterval(() => {}, 1_000));
}
