import type { Request, Response } from 'express';
import type { ApiKeyScope } from '../store/api-keys.js';
import { hasScope, type KeyOwner, type Keyring, type Principal } from './keyring.js';
import { observationOf } from './observation.js';
import type { RateLimits } from './rate-limits.js';
import { forbidden, unauthenticated } from './request-error.js';

/** Admits a request to a route: its key's owner, or a RequestError (401, 403, 429). */
export type Authorize = (req: Request, res: Response, scope: ApiKeyScope) => Promise<Principal>;

const BEARER = /^Bearer[ \t]+(\S.*)$/i;

/** Longer than any key: it is not worth a hash. */
const KEY_CHARACTERS_MAX = 1024;

export interface AuthorizeOptions {
  readonly keyring: Pick<Keyring, 'principalOf' | 'isKnown'>;
  /** Whose admin keys administer the whole server. */
  readonly defaultWorkspaceId: number;
  /** What platforms send with a key is never held up. */
  readonly limits: Pick<RateLimits, 'admitKey' | 'refuseUnknownKey'>;
  /** Told of each key of the database that was let in. */
  readonly noteUse?: ((key: { readonly workspaceId: number; readonly id: string }) => void) | undefined;
}

export function authorizeWith({ keyring, defaultWorkspaceId, limits, noteUse }: AuthorizeOptions): Authorize {
  return async (req, res, scope) => {
    const key = bearerKeyOf(req);
    if (key === undefined || key.length > KEY_CHARACTERS_MAX) throw unauthenticated();
    // Before the database is asked, and the keys that it has told of go on working: who guesses holds up nobody else.
    limits.refuseUnknownKey(req, () => keyring.isKnown(key));
    const owner = await keyring.principalOf(key);
    if (owner === undefined) throw unauthenticated();
    observationOf(res).workspace = owner.workspaceName;
    const { workspaceId, id } = owner;
    if (id !== undefined) noteUse?.({ workspaceId, id });
    if (scope !== 'platform') limits.admitKey(res, id ?? key);
    if (!hasScope(owner, scope)) throw forbidden(scope);
    return { ...owner, isOperator: isOperator(owner, defaultWorkspaceId) };
  };
}

/** The key that a request comes with; undefined when it has none, or another kind of credentials. */
export function bearerKeyOf(req: Request): string | undefined {
  return BEARER.exec(req.headers.authorization ?? '')?.[1]?.trimEnd();
}

function isOperator(owner: KeyOwner, defaultWorkspaceId: number): boolean {
  return owner.workspaceId === defaultWorkspaceId && hasScope(owner, 'admin');
}
