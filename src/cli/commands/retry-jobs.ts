import type { Config } from '../../config.js';
import { CommandFailed } from '../command-failed.js';
import { type Api, openApi } from '../open-api.js';
import { queryString } from '../query-string.js';
import { listJobs } from './list-jobs.js';

export interface RetryJobsOptions {
  readonly allFailed: boolean;
  readonly type?: string;
  readonly workspace?: string;
}

/** As many as the API lists. */
const AT_ONCE = '1000';

/** Has one job done again that failed for good, or all of them. */
export async function retryJobsCommand(
  id: string | undefined,
  { allFailed, type, workspace }: RetryJobsOptions,
  config: Config,
): Promise<void> {
  if ((id !== undefined) === allFailed) {
    throw new CommandFailed(
      'Name one job, or say --all-failed: ringback jobs list --status failed shows which there are.',
    );
  }
  if (id !== undefined && type !== undefined) throw new CommandFailed('--type goes with --all-failed only.');
  const api = await openApi(config);
  try {
    if (id === undefined) await retryAll(api, { type, workspace });
    else {
      await retry(api, id, workspace);
      console.log(`The job ${id} waits again.`);
    }
    if (!api.isServer) console.log('No server runs on this database: jobs are done when one does (ringback serve).');
  } finally {
    await api.close();
  }
}

async function retryAll(api: Api, filter: Readonly<Record<'type' | 'workspace', string | undefined>>): Promise<void> {
  let retried = 0;
  // Those that fail again while we go on would keep us going for ever.
  const seen = new Set<string>();
  const refusals: string[] = [];
  for (;;) {
    const failed = await listJobs(api, { ...filter, status: 'failed', limit: AT_ONCE });
    const fresh = failed.filter(({ job_id }) => !seen.has(job_id));
    if (fresh.length === 0) break;
    for (const { job_id } of fresh) {
      seen.add(job_id);
      try {
        await retry(api, job_id, filter.workspace);
        retried += 1;
      } catch (error) {
        refusals.push((error as Error).message);
      }
    }
  }
  for (const refusal of refusals) console.error(refusal);
  console.log(retried === 1 ? '1 job waits again.' : `${retried} jobs wait again.`);
  if (refusals.length > 0) throw new CommandFailed(`${refusals.length} of the jobs that failed could not be retried.`);
}

async function retry(api: Api, id: string, workspace: string | undefined): Promise<void> {
  await api.request('POST', `/v1/jobs/${encodeURIComponent(id)}/retry${queryString({ workspace })}`);
}
