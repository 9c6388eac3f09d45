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

export interface PlatformAdmission {
  /**
   * The workspace that path and key agree on; the default one where neither names one.
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
  /** 404: the platform is not configured. */
  notConfigured(): RequestError;
  /** 401, and why it is, in the log only. */
  refused(res: Response, reason: string): RequestError;
}

/** What admitting has in common for the platforms whose requests have a workspace, a key and a secret. */
export function createPlatformAdmission(deps: RouteDependencies, platform: 'Vapi' | 'Retell'): PlatformAdmission {
  const { authorize, defaultWorkspace, log, metrics, platformWorkspaces, settings } = deps;
  const lookUpMs = Math.min(LOOK_UP_MS, settings.budgetMs);
  const notConfigured = (): RequestError => notFound(`${platform} is not configured for this workspace.`);

  async function find(name: string): Promise<PlatformWorkspace> {
    const workspace = await platformWorkspaces.find(name);
    if (workspace === undefined) throw notConfigured();
    return workspace;
  }

  return {
    async partyOf(req, res, isOwnSecret = () => false) {
      const isOpen = settings.allowUnsigned && isLocalRequest(req);
      const token = bearerKeyOf(req);
      const named = req.params.workspace === undefined ? undefined : String(req.params.workspace);
      const lookUp = async (): Promise<PlatformParty> => {
        const presumed = await find(named ?? defaultWorkspace.name);
        if (token === undefined || isOwnSecret(token, presumed)) return { workspace: presumed, hasKey: false, isOpen };
        const { workspaceName } = await authorize(req, res, 'platform');
        if (named !== undefined && named !== workspaceName) throw notConfigured();
        return { workspace: named === undefined ? await find(workspaceName) : presumed, hasKey: true, isOpen };
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
          if (!isForWorkspace(workspace.settings, targets, country)) throw notConfigured();
        },
      };
    },
    notConfigured,
    refused(res, reason) {
      const { requestId, route } = observationOf(res);
      metrics.countWebhook(route, 'refused');
      log.warn({ request_id: requestId, route, reason }, `${platform.toLowerCase()} request refused`);
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
