import type { RouteDependencies } from '../../dependencies.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { JobListAnswer, jobJson } from '../../wire/job.js';
import { workspaceOf } from '../../workspace-of.js';
import { JobListParameters } from './job-parameters.js';

/** The background work of a workspace. */
export function listJobsRoute({ authorize, database, jobs }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/jobs'],
    operation: {
      id: 'listJobs',
      tag: 'administration',
      summary: 'List jobs',
      access: 'admin',
      query: JobListParameters,
      answer: { status: 200, description: 'The newest of the jobs.', schema: JobListAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { workspace, ...filter } = readParameters(JobListParameters, queryStringOf(req.url));
      const { id } = await workspaceOf(database, principal, workspace);
      sendJson(res, 200, { data: (await jobs.list(id, filter)).map(jobJson) });
    },
  };
}
