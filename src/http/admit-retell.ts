import type { Request, Response } from 'express';
import { RETELL_SIGNATURE_HEADER, refuseRetellSignature } from '../platforms/retell/signature.js';
import type { RouteDependencies } from './dependencies.js';
import { type AdmittedPlatform, createPlatformAdmission, secretsOf } from './platform-admission.js';

const API_KEY = { what: 'API key of Retell', secret: 'retell api_key', variable: 'RETELL_API_KEY' };

/**
 * Admits a request of Retell; RequestErrors otherwise. 404: the workspace is none, another one than the API key's, or has no key of
 * Retell while no API key came; these look the same. 401: not signed by Retell, or not lately, or a key that is none. Why is said in the log only.
 *
 * A workspace with Retell's API key asks for a signature by it, whatever else comes. Without any, an API key of the scope `platform`
 * admits; as does RINGBACK_ALLOW_UNSIGNED, to local requests.
 *
 * Needs the database only for a workspace or an API key that was not seen lately, and rejects then with what it says (see
 * `isOutage`) when it does not answer.
 */
export function admitRetell(
  deps: RouteDependencies,
  readBody: (req: Request, res: Response) => Promise<Buffer>,
): (req: Request, res: Response) => Promise<AdmittedPlatform> {
  const admission = createPlatformAdmission(deps, 'Retell');
  return async (req, res) => {
    const party = await admission.partyOf(req, res);
    const apiKeys = secretsOf(party.workspace, 'retell', 'api_key');
    if (apiKeys.length === 0 && !party.hasKey && !party.isOpen) throw admission.lacks(res, party.workspace, API_KEY);
    const rawBody = await readBody(req, res);
    if (apiKeys.length > 0) {
      const signature = req.headers[RETELL_SIGNATURE_HEADER];
      const text = typeof signature === 'string' ? signature : undefined;
      const refusal = refuseRetellSignature(text, rawBody, apiKeys, deps.now().getTime());
      if (refusal !== undefined) throw admission.refused(res, 'signature refused', refusal);
    }
    return admission.admitted(res, party, rawBody);
  };
}
