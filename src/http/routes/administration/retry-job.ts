import type { JobRecord } from '../../../jobs/job-queue.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { jobIdOf, jobNotFound } from '../../job-id.js';
import { type RequestError, unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { JobAnswer, jobJson } from '../../wire/job.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

/** Has a job done that failed for good: once what it failed for is out of the way. */
export function retryJobRoute({ authorize, database, jobs }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v1/jobs/:job_id/retry'],
    operation: {
      id: 'retryJob',
      tag: 'administration',
      summary: 'Retry a job that failed',
      description: 'The job waits again, with all its tries before it.',
      access: 'admin',
      query: WorkspaceParameters,
      answer: { status: 200, description: 'The job, which waits.', schema: JobAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id: workspaceId } = await workspaceOf(database, principal, workspaceParameterOf(req));
      const id = jobIdOf(req);
      const isBack = await jobs.retry(workspaceId, id);
      const job = await jobs.find(workspaceId, id);
      if (job === undefined) throw jobNotFound(id);
      if (!isBack) throw notRetried(job);
      sendJson(res, 200, { data: jobJson(job) });
    },
  };
}

function notRetried({ id, status }: JobRecord): RequestError {
  const detail =
    status === 'failed'
      ? `The job "${id}" is not retried: another job with the same task waits already.`
      : `The job "${id}" is ${status}: only a job that failed can be retried.`;
  return unprocessable([errorItem('unprocessable', detail)]);
}
