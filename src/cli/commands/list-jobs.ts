import type { Config } from '../../config.js';
import type { Api } from '../open-api.js';
import { printJson, printRows } from '../print.js';
import { queryString } from '../query-string.js';
import { withApi } from '../with-api.js';

export interface ListJobsOptions {
  readonly status?: string;
  readonly type?: string;
  readonly limit?: string;
  readonly workspace?: string;
  readonly json: boolean;
}

/** Shows a workspace's background work: a table, or JSON with everything in it. */
export async function listJobsCommand({ json, ...filter }: ListJobsOptions, config: Config): Promise<void> {
  const jobs = await withApi(config, (api) => listJobs(api, filter));
  if (json) return printJson(jobs);
  const rows = jobs.map(({ job_id, type, status, attempts, created_at, updated_at, error }) => {
    return { job_id, type, status, attempts, created_at, updated_at, error };
  });
  printRows(rows, 'job', 'No job matches.');
}

/** A job as the API has it. */
export type ListedJob = Readonly<Record<string, unknown>> & { readonly job_id: string };

export async function listJobs(
  api: Api,
  filter: Readonly<Record<string, string | undefined>>,
): Promise<readonly ListedJob[]> {
  const answer = await api.request('GET', `/v1/jobs${queryString(filter)}`);
  return (answer?.data ?? []) as readonly ListedJob[];
}
