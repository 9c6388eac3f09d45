import type { Request, Response } from 'express';
import { refuseSignature, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../platforms/telnyx/signature.js';
import type { RouteDependencies } from './dependencies.js';
import { type AdmittedPlatform, createPlatformAdmission } from './platform-admission.js';

const PUBLIC_KEY = { what: 'public key', secret: 'telnyx public_key', variable: 'TELNYX_PUBLIC_KEY' };

/**
 * Admits a Telnyx webhook; RequestErrors otherwise. 404: the workspace has no Telnyx key, is none, or is another one than the API
 * key's; these look the same. 401: not signed by Telnyx, or not lately, or a key that is none. Why is said in the log only.
 *
 * A workspace with Telnyx keys asks for a signature by one of them, whatever else comes. Without any, an API key of the scope `platform`
 * admits; as does RINGBACK_ALLOW_UNSIGNED, to local requests.
 *
 * Needs the database only for a workspace or an API key that was not seen lately, and rejects then with what it says (see
 * `isOutage`) when it does not answer.
 */
export function admitTelnyx(
  deps: RouteDependencies,
  readBody: (req: Request, res: Response) => Promise<Buffer>,
): (req: Request, res: Response) => Promise<AdmittedPlatform> {
  const admission = createPlatformAdmission(deps, 'Telnyx');
  return async (req, res) => {
    const party = await admission.partyOf(req, res);
    const { telnyxPublicKeys } = party.workspace;
    const isSigned = telnyxPublicKeys.length > 0;
    if (!isSigned && !party.hasKey && !party.isOpen) throw admission.lacks(res, party.workspace, PUBLIC_KEY);
    const rawBody = await readBody(req, res);
    if (isSigned) {
      const signed = {
        signature: headerOf(req, SIGNATURE_HEADER),
        timestamp: headerOf(req, TIMESTAMP_HEADER),
        rawBody,
      };
      const refusal = refuseSignature(signed, telnyxPublicKeys, deps.now().getTime());
      if (refusal !== undefined) throw admission.refused(res, 'signature refused', refusal);
    }
    return admission.admitted(res, party, rawBody);
  };
}

function headerOf(req: Request, name: string): string | undefined {
  const value = req.headers[name];
  return typeof value === 'string' ? value : undefined;
}
