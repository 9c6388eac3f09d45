import type { Request, Response } from 'express';
import type { RouteDependencies } from '../dependencies.js';
import { isOutage } from '../is-outage.js';
import { leaveOut } from '../left-out.js';
import type { AdmittedPlatform } from '../platform-admission.js';
import { bodyReader, parseJsonLeniently, VOICE_BODY_BYTES_MAX } from '../read-body.js';

/** A request of a voice platform, as far as it could be read. */
export interface ReceivedCall {
  /** Undefined: who asks cannot be told without the database, which does not answer. */
  readonly admitted: AdmittedPlatform | undefined;
  /** Undefined: no JSON. It says nothing about the caller, and the call goes on. */
  readonly body: unknown;
}

type Admit = (req: Request, res: Response) => Promise<AdmittedPlatform>;

/**
 * Admits a request and reads its body. Rejects with what the admission refuses it with, and for a body that is too large.
 *
 * @param makeAdmit `admitVapi` or `admitRetell`
 */
export function receiveCallWith(
  deps: RouteDependencies,
  makeAdmit: (deps: RouteDependencies, readBody: (req: Request, res: Response) => Promise<Buffer>) => Admit,
): (req: Request, res: Response) => Promise<ReceivedCall> {
  const readBody = bodyReader({ limitBytes: VOICE_BODY_BYTES_MAX, inflate: false });
  const admit = makeAdmit(deps, readBody);
  return async (req, res) => {
    try {
      const admitted = await admit(req, res);
      return { admitted, body: parseJsonLeniently(admitted.rawBody) };
    } catch (error) {
      if (!isOutage(error)) throw error;
      leaveOut(deps, res, 'workspace', 'failed');
      return { admitted: undefined, body: parseJsonLeniently(await readBody(req, res)) };
    }
  };
}
