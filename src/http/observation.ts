import type { Response } from 'express';

/** What is known of a request for its log line and its metrics. Nothing of its headers, query string or body. */
export interface Observation {
  /** `performance.now()` when the request's head had been read: budgets count from here. */
  readonly arrivedAtMs: number;
  readonly requestId: string;
  /** The pattern of the route (`/v2/ai/conversations/:conversation_id`), never the path. */
  route: string;
  /** The workspace's name, once a key or the path told it. */
  workspace?: string;
  /** Sent twice it has the effect of once, whatever its method: it came with an `Idempotency-Key`. */
  repeatable?: boolean;
  /** Parts of the answer that were not ready in time. */
  leftOut?: string;
}

/** Where no route matched. */
export const NO_ROUTE = '(none)';

export function observationOf(res: Response): Observation {
  return res.locals.observation as Observation;
}
