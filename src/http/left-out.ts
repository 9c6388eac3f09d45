import type { Response } from 'express';
import type { Metrics } from './metrics.js';
import { observationOf } from './observation.js';

/** Names what an answer is without, joined by commas. Absent: it is whole. */
export const LEFT_OUT_HEADER = 'x-ringback-left-out';

/**
 * Says that an answer is without a part: to who asks, in the log line of the request and in the metrics. Once for each part, and not
 * when the answer is gone already.
 *
 * @param part `search`, `caller_profile`
 */
export function leaveOut(
  { metrics }: { readonly metrics: Pick<Metrics, 'countLeftOut'> },
  res: Response,
  part: string,
  reason: 'late' | 'failed',
): void {
  const observation = observationOf(res);
  const parts = observation.leftOut?.split(',') ?? [];
  if (res.headersSent || parts.includes(part)) return;
  metrics.countLeftOut(part, reason);
  observation.leftOut = [...parts, part].join(',');
  res.setHeader(LEFT_OUT_HEADER, observation.leftOut);
}
