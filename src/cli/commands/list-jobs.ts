import type { Config } from '../../config.js';
import { openApi } from '../open-api.js';
import { showRows } from '../show-rows.js';

export interface ListJobsOptions {
  readonly status?: string;
  readonly type?: string;
  readonly limit?: string;
  readonly workspace?: string;
  readonly json: boolean;
}

/** Without a terminal, as wide as most screens. */
const COLUMNS = 160;

/** Shows a workspace's background work: a table, or JSON with everything in it. */
export async function listJobsCommand({ json, ...filter }: ListJobsOptions, config: Config): Promise<void> {
  const api = await openApi(config);
  try {
    const jobs = await listJobs(api, filter);
    if (json) return console.log(JSON.stringify(jobs, null, 2));
    const rows = jobs.map(({ job_id, type, status, attempts, created_at, updated_at, error }) => {
      return { job_id, type, status, attempts, created_at, updated_at, error };
    });
    console.log(showRows(rows, process.stdout.columns ?? COLUMNS, 'job'));
  } finally {
    await api.close();
  }
}

/** A job as the API has it. */
export type ListedJob = Readonly<Record<string, unknown>> & { readonly job_id: string };

export async function listJobs(
  api: Awaited<ReturnType<typeof openApi>>,
  filter: Readonly<Record<string, string | undefined>>,
): Promise<readonly ListedJob[]> {
  const answer = await api.request('GET', `/v1/jobs${queryString(filter)}`);
  return (answer?.data ?? []) as readonly ListedJob[];
}

/** `?a=1&b=2` of those that are given. */
export function queryString(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
