import type { Request, Response } from 'express';
import { refuseSignature, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../platforms/telnyx/signature.js';
import type { RouteDependencies } from './dependencies.js';
import { isLocalRequest } from './loopback.js';
import { observationOf } from './observation.js';
import { notFound, unauthenticated } from './request-error.js';

/**
 * Admits a Telnyx webhook and gives its raw body; RequestErrors otherwise. 404: the workspace has no Telnyx key, or is none;
 * the two look the same. 401: not signed by Telnyx, or not lately; why is said in the log only. Needs no database.
 */
export function admitTelnyx(
  deps: RouteDependencies,
  readBody: (req: Request, res: Response) => Promise<Buffer>,
): (req: Request, res: Response) => Promise<Buffer> {
  const { defaultWorkspace, log, metrics, now, settings } = deps;
  const keys = settings.telnyxPublicKeys;

  function refuse(req: Request, res: Response, rawBody: Buffer): void {
    const refusal = refuseSignature(
      { signature: headerOf(req, SIGNATURE_HEADER), timestamp: headerOf(req, TIMESTAMP_HEADER), rawBody },
      keys,
      now().getTime(),
    );
    if (refusal === undefined) return;
    const { requestId, route } = observationOf(res);
    metrics.countWebhook(route, 'refused');
    log.warn({ request_id: requestId, route, reason: refusal }, 'telnyx signature refused');
    throw unauthenticated();
  }

  return async (req, res) => {
    // Other workspaces keep no Telnyx key of their own yet.
    const { workspace } = req.params;
    const isDefault = workspace === undefined || workspace === defaultWorkspace.name;
    const isOpen = keys.length === 0 && settings.allowUnsigned && isLocalRequest(req);
    if (!isDefault || (keys.length === 0 && !isOpen)) throw notFound('Telnyx is not configured for this workspace.');

    const rawBody = await readBody(req, res);
    if (!isOpen) refuse(req, res, rawBody);
    return rawBody;
  };
}

function headerOf(req: Request, name: string): string | undefined {
  const value = req.headers[name];
  return typeof value === 'string' ? value : undefined;
}
