import type { RouteDependencies } from '../../dependencies.js';
import { jobIdOf, jobNotFound } from '../../job-id.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { JobJson, jobJson } from '../../wire/job.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

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
      query: WorkspaceParameters,
      answer: { status: 200, description: 'The job.', schema: JobJson },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'read');
      const { id: workspaceId } = await workspaceOf(database, principal, workspaceParameterOf(req));
      const id = jobIdOf(req);
      const job = await jobs.find(workspaceId, id);
      if (job === undefined) throw jobNotFound(id);
      sendJson(res, 200, jobJson(job));
    },
  };
}
