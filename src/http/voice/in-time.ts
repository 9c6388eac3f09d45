import type { Response } from 'express';
import { describeError } from '../../errors.js';
import type { RouteDependencies } from '../dependencies.js';
import { isOutage } from '../is-outage.js';
import { leaveOut } from '../left-out.js';
import { observationOf } from '../observation.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';
import { RequestError } from '../request-error.js';
import { within } from '../within.js';
import type { WorkspaceSlots } from '../workspace-slots.js';

/** Where a workspace does not say (`max_concurrent`). */
const CONCURRENT = 64;

export function slotsOf({ settings }: Pick<PlatformWorkspace, 'settings'>): number {
  return settings.max_concurrent ?? CONCURRENT;
}

/**
 * What is answered to a call that waits: the result of the work, or undefined when there was none in time, whatever the reason; then the
 * answer says what is usable without it. A workspace that has too many requests waits for its own.
 *
 * @param part what it is, in metrics and in the log line of the request
 * @param timeoutMs since the request came
 * @throws RequestError as the work does, where the request is refused
 */
export async function inTime<Result>(
  { log, metrics }: Pick<RouteDependencies, 'log' | 'metrics'>,
  slots: WorkspaceSlots,
  res: Response,
  options: { readonly workspace: PlatformWorkspace; readonly part: string; readonly timeoutMs: number },
  work: (remainingMs: number) => Promise<Result>,
): Promise<Result | undefined> {
  const { workspace, part, timeoutMs } = options;
  const observation = observationOf(res);
  const remaining = (): number => Math.max(0, observation.arrivedAtMs + timeoutMs - performance.now());
  try {
    const turn = slots.run(workspace.id, slotsOf(workspace), remaining(), () => work(remaining()));
    return await within(remaining(), turn);
  } catch (error) {
    const isRequestError = error instanceof RequestError;
    // 503 says that something could not be stored now: the call goes on.
    if (isRequestError && error.status < 500) throw error;
    const isLate = isRequestError || isOutage(error);
    if (!isLate) {
      const { requestId, route } = observation;
      log.error({ request_id: requestId, route, part, error: describeError(error) }, 'a part of an answer failed');
    }
    leaveOut({ metrics }, res, part, isLate ? 'late' : 'failed');
    return undefined;
  }
}
