import type { RouteDependencies } from '../../dependencies.js';
import { jobIdOf, jobNotFound } from '../../job-id.js';
import { namedWorkspaceId } from '../../named-workspace.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { JobJson, jobJson } from '../../wire/job.js';
import { JobParameters } from './job-parameters.js';

/** What has become of a job: for whoever was given its id. Bare, as the memory API's other answers. */
export function retrieveJobRoute({ authorize, database, jobs }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/jobs/:job_id'],
    operation: {
      id: 'retrieveJob',
      tag: 'administration',
      summary: 'Retrieve a job',
      description: 'Jobs can be seen for 7 days after they are completed, and for 30 days after they failed.',
      access: 'read',
      query: JobParameters,
      answer: { status: 200, description: 'The job.', schema: JobJson },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'read');
      const { workspace } = readParameters(JobParameters, queryStringOf(req.url));
      const workspaceId = await namedWorkspaceId(database, principal, workspace);
      const id = jobIdOf(req);
      const job = await jobs.find(workspaceId, id);
      if (job === undefined) throw jobNotFound(id);
      sendJson(res, 200, jobJson(job));
    },
  };
}
