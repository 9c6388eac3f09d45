import type { Request, Response } from 'express';
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

/** A platform's request that was let in. */
export interface AdmittedPlatform {
  /** Whose it is: the path's, the API key's, or the default one. */
  readonly workspace: PlatformWorkspace;
  /** As it was signed. */
  readonly rawBody: Buffer;
  /** An API key of the workspace came: what is beside the body is the operator's, too. */
  readonly hasKey: boolean;
  /**
   * To be called with what the request is about before anything is done with it.
   *
   * @throws RequestError 404, the same as for a workspace without the platform, when the workspace lists what is its own and this is not
   */
  refuseOthers(targets: EventTargets): void;
}

/** Whose a request is, and what it came with. */
export interface PlatformParty {
  readonly workspace: PlatformWorkspace;
  readonly hasKey: boolean;
  /** From this machine, while unsigned requests from it are taken. */
  readonly isOpen: boolean;
}

/** What a workspace needs before a platform's requests are let in without an API key, as the log calls it. */
export interface PlatformSecret {
  /** Such as `public key`. */
  readonly what: string;
  /** As `ringback workspaces secret set NAME` takes it. */
  readonly secret: string;
  /** The environment's, which is the default workspace's. */
  readonly variable: string;
}

export interface PlatformAdmission {
  /**
   * The workspace that path and key agree on; the default one where neither names one. A key is judged before the path: who has none
   * that is valid learns nothing of which workspaces there are.
   *
   * @param isOwnSecret whether a Bearer token is no API key but the platform's secret of that workspace
   * @throws RequestError 404 for a workspace that there is not, or another one than the key's; 401 for a key that is none. Rejects with
   * what `isOutage` knows when who asks cannot be told without the database
   */
  partyOf(
    req: Request,
    res: Response,
    isOwnSecret?: (token: string, workspace: PlatformWorkspace) => boolean,
  ): Promise<PlatformParty>;
  admitted(res: Response, party: PlatformParty, rawBody: Buffer): AdmittedPlatform;
  /** 404: the workspace lacks what it needs. */
  lacks(res: Response, workspace: PlatformWorkspace, lacking: PlatformSecret): RequestError;
  /** 401, and why it is, in the log only. */
  refused(res: Response, message: 'signature refused' | 'secret refused', reason: string): RequestError;
}

/** What admitting has in common for the platforms. */
export function createPlatformAdmission(
  deps: RouteDependencies,
  platform: 'Telnyx' | 'Vapi' | 'Retell',
): PlatformAdmission {
  const { authorize, defaultWorkspace, log, metrics, platformWorkspaces, settings } = deps;
  const lookUpMs = Math.min(LOOK_UP_MS, settings.budgetMs);

  function warn(res: Response, message: string, reason: string): void {
    const { requestId, route } = observationOf(res);
    log.warn({ request_id: requestId, route, reason }, `${platform.toLowerCase()} ${message}`);
  }

  /** The same 404 for each reason: which it is, is for whoever runs the server. */
  function notConfigured(res: Response, reason: string): RequestError {
    warn(res, 'webhook answered 404', reason);
    return notFound(`${platform} is not configured for this workspace.`);
  }

  return {
    async partyOf(req, res, isOwnSecret) {
      const isOpen = settings.allowUnsigned && isLocalRequest(req);
      const token = bearerKeyOf(req);
      const named = req.params.workspace === undefined ? undefined : String(req.params.workspace);
      const isKey = async (): Promise<boolean> => {
        if (token === undefined || isOwnSecret === undefined) return token !== undefined;
        const presumed = await platformWorkspaces.find(named ?? defaultWorkspace.name);
        return presumed === undefined || !isOwnSecret(token, presumed);
      };
      const lookUp = async (): Promise<PlatformParty> => {
        const owner = (await isKey()) ? await authorize(req, res, 'platform') : undefined;
        if (named !== undefined && owner !== undefined && named !== owner.workspaceName)
          throw notConfigured(res, 'the key is of another workspace than the path');
        const workspace = await platformWorkspaces.find(named ?? owner?.workspaceName ?? defaultWorkspace.name);
        if (workspace === undefined) throw notConfigured(res, 'there is no such workspace');
        return { workspace, hasKey: owner !== undefined, isOpen };
      };
      return within(lookUpMs, lookUp());
    },
    admitted(res, { workspace, hasKey }, rawBody) {
      observationOf(res).workspace = workspace.name;
      return {
        workspace,
        rawBody,
        hasKey,
        refuseOthers(targets) {
          const country = workspace.settings.default_country ?? settings.defaultCountry;
          if (isForWorkspace(workspace.settings, targets, country)) return;
          const kinds = `${platform === 'Retell' ? 'agents' : 'assistants'} and numbers`;
          throw notConfigured(res, `not of the ${kinds} that the workspace "${workspace.name}" lists`);
        },
      };
    },
    lacks(res, { name }, { what, secret, variable }) {
      const orVariable = name === defaultWorkspace.name ? `, or ${variable}` : '';
      return notConfigured(res, `no ${what}: ringback workspaces secret set ${name} ${secret}${orVariable}`);
    },
    refused(res, message, reason) {
      metrics.countWebhook(observationOf(res).route, 'refused');
      warn(res, message, reason);
      return unauthenticated();
    },
  };
}

/** The workspace's secrets of one kind, the newest first. */
export function secretsOf(
  { secrets }: Pick<PlatformWorkspace, 'secrets'>,
  platform: 'vapi' | 'retell',
  name: string,
): readonly string[] {
  return secrets.filter((secret) => secret.platform === platform && secret.name === name).map(({ value }) => value);
}
