import type { Request, Response } from 'express';
import { LEFT_OUT_HEADER } from '../left-out.js';
import { observationOf } from '../observation.js';
import type { AdmittedPlatform } from '../platform-admission.js';
import { unavailable } from '../request-error.js';
import type { ReceivedCall } from './receive-call.js';
import type { WhileAway } from './while-away.js';

/** A request of which it is known for sure whose it is. */
export interface CallForGood extends ReceivedCall {
  readonly admitted: AdmittedPlatform;
}

/**
 * Admits a request that is to be stored: again, while the database does not say whose it is. What was presumed of its workspace until
 * then, its secrets among it, does not count: it is admitted, and has to be read, anew.
 *
 * @throws RequestError 503 when the database does not say it in time; what the admission refuses it with
 */
export function receiveForGood(
  receive: (req: Request, res: Response) => Promise<ReceivedCall>,
  whileAway: WhileAway,
  waitMs: number,
): (req: Request, res: Response) => Promise<CallForGood> {
  return (req, res) =>
    whileAway.again(res, waitMs, async () => {
      // The body is there: it is not read twice.
      const received = await receive(req, res);
      if (!isForGood(received)) throw unavailable('The database does not answer.');
      // That the first try left the workspace out is over.
      delete observationOf(res).leftOut;
      res.removeHeader(LEFT_OUT_HEADER);
      return received;
    });
}

/** Whether it is known for sure whose a request is. */
export function isForGood(received: ReceivedCall): received is CallForGood {
  return received.admitted !== undefined && received.admitted.workspace.isPresumed !== true;
}
