import type { Request, Response } from 'express';
import { refuseSignature, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../platforms/telnyx/signature.js';
import { bearerKeyOf } from './authorize.js';
import type { RouteDependencies } from './dependencies.js';
import { isLocalRequest } from './loopback.js';
import { observationOf } from './observation.js';
import type { PlatformWorkspace } from './platform-workspaces.js';
import { notFound, type RequestError, unauthenticated } from './request-error.js';
import { within } from './within.js';
import { type EventTargets, isForWorkspace } from './workspace-targets.js';

/** For the key and the workspace together. Less than other requests wait for what was never seen: a call is waiting. */
const LOOK_UP_MS = 400;

/** A webhook that was let in. */
export interface AdmittedTelnyx {
  /** Whose it is: the path's, the API key's, or the default one. */
  readonly workspace: PlatformWorkspace;
  /** As it was signed. */
  readonly rawBody: Buffer;
  /**
   * To be called with what the event is about before anything is done with it.
   *
   * @throws RequestError 404, the same as for a workspace without Telnyx, when the workspace lists what is its own and this is not
   */
  refuseOthers(targets: Pick<EventTargets, 'assistantId' | 'number'>): void;
}

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
): (req: Request, res: Response) => Promise<AdmittedTelnyx> {
  const { authorize, defaultWorkspace, log, metrics, now, platformWorkspaces, settings } = deps;
  const lookUpMs = Math.min(LOOK_UP_MS, settings.budgetMs);

  function refuse(req: Request, res: Response, { telnyxPublicKeys }: PlatformWorkspace, rawBody: Buffer): void {
    const refusal = refuseSignature(
      { signature: headerOf(req, SIGNATURE_HEADER), timestamp: headerOf(req, TIMESTAMP_HEADER), rawBody },
      telnyxPublicKeys,
      now().getTime(),
    );
    if (refusal === undefined) return;
    const { requestId, route } = observationOf(res);
    metrics.countWebhook(route, 'refused');
    log.warn({ request_id: requestId, route, reason: refusal }, 'telnyx signature refused');
    throw unauthenticated();
  }

  const isDefault = ({ name }: PlatformWorkspace): boolean => name === defaultWorkspace.name;

  /** The same 404 for each reason: which it is, is for whoever runs the server. */
  function notConfigured(res: Response, reason: string): RequestError {
    const { requestId, route } = observationOf(res);
    log.warn({ request_id: requestId, route, reason }, 'telnyx webhook answered 404');
    return notFound('Telnyx is not configured for this workspace.');
  }

  /** The workspace that path and key agree on. */
  async function workspaceFor(
    req: Request,
    res: Response,
    keyWorkspace: string | undefined,
  ): Promise<PlatformWorkspace> {
    const { workspace: named } = req.params;
    if (named !== undefined && keyWorkspace !== undefined && named !== keyWorkspace)
      throw notConfigured(res, 'the key is of another workspace than the path');
    const workspace = await platformWorkspaces.find(String(named ?? keyWorkspace ?? defaultWorkspace.name));
    if (workspace === undefined) throw notConfigured(res, 'there is no such workspace');
    return workspace;
  }

  return async (req, res) => {
    const hasKey = bearerKeyOf(req) !== undefined;
    const lookUp = async (): Promise<PlatformWorkspace> => {
      const owner = hasKey ? await authorize(req, res, 'platform') : undefined;
      return workspaceFor(req, res, owner?.workspaceName);
    };
    const workspace = await within(lookUpMs, lookUp());
    const isSigned = workspace.telnyxPublicKeys.length > 0;
    const isOpen = hasKey || (settings.allowUnsigned && isLocalRequest(req));
    if (!isSigned && !isOpen)
      throw notConfigured(
        res,
        `no public key: ringback workspaces secret set ${workspace.name} telnyx public_key${isDefault(workspace) ? ', or TELNYX_PUBLIC_KEY' : ''}`,
      );

    const rawBody = await readBody(req, res);
    if (isSigned) refuse(req, res, workspace, rawBody);
    observationOf(res).workspace = workspace.name;
    return {
      workspace,
      rawBody,
      refuseOthers(targets) {
        const country = workspace.settings.default_country ?? settings.defaultCountry;
        if (!isForWorkspace(workspace.settings, targets, country))
          throw notConfigured(res, `not of the assistants and numbers that the workspace "${workspace.name}" lists`);
      },
    };
  };
}

function headerOf(req: Request, name: string): string | undefined {
  const value = req.headers[name];
  return typeof value === 'string' ? value : undefined;
}
