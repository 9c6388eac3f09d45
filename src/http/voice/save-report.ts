import type { Response } from 'express';
import type { CallReport } from '../../platforms/call-report.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';
import type { CallKeeper } from './keep-call.js';

/** What is answered to a report of Vapi, and with which status. */
export interface SavedReport {
  readonly status: 200 | 202;
  readonly body: {
    readonly status: 'accepted' | 'duplicate' | 'ignored';
    readonly job_id?: string | null;
    readonly sub_user_id?: string;
  };
}

/**
 * Keeps an `end-of-call-report`: 202 with the job that learns from it. The same call told again is 200, and nothing is there twice.
 *
 * @throws RequestError 503 when it could not be stored
 */
export async function saveVapiReport(
  keeper: CallKeeper,
  res: Response,
  workspace: PlatformWorkspace,
  report: CallReport,
): Promise<SavedReport> {
  const outcome = await keeper.keep(res, workspace, {
    report,
    eventKey: `${report.callId}:end-of-call-report`,
    eventType: 'end-of-call-report',
    stage: 'report',
  });
  const { subUserId: sub_user_id } = outcome;
  if (!('jobId' in outcome)) return { status: 200, body: { status: 'ignored', job_id: null, sub_user_id } };
  const { jobId: job_id, status } = outcome;
  return { status: status === 'accepted' ? 202 : 200, body: { status, job_id, sub_user_id } };
}
