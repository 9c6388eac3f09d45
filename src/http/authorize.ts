import type { Request, Response } from 'express';
import type { ApiKeyScope } from '../store/api-keys.js';
import { hasScope, type Keyring, type Principal } from './keyring.js';
import { observationOf } from './observation.js';
import { forbidden, unauthenticated } from './request-error.js';

/** Admits a request to a route: its key's owner, or a RequestError (401, 403). */
export type Authorize = (req: Request, res: Response, scope: ApiKeyScope) => Promise<Principal>;

const BEARER = /^Bearer[ \t]+(\S.*)$/i;

/** Longer than any key: it is not worth a hash. */
const KEY_CHARACTERS_MAX = 1024;

export function authorizeWith(keyring: Keyring): Authorize {
  return async (req, res, scope) => {
    const key = BEARER.exec(req.headers.authorization ?? '')?.[1]?.trimEnd();
    if (key === undefined || key.length > KEY_CHARACTERS_MAX) throw unauthenticated();
    const principal = await keyring.principalOf(key);
    if (principal === undefined) throw unauthenticated();
    observationOf(res).workspace = principal.workspaceName;
    if (!hasScope(principal, scope)) throw forbidden(scope);
    return principal;
  };
}
