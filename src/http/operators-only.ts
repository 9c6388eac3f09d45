import { errorItem } from './error-item.js';
import type { Principal } from './keyring.js';
import { RequestError } from './request-error.js';

/**
 * Throws a RequestError (403) for everybody who does not run the server.
 *
 * @param what they may not do: `make workspaces`
 */
export function refuseAllButOperators({ isOperator }: Pick<Principal, 'isOperator'>, what: string): void {
  if (isOperator) return;
  const detail = `Only an admin key of the default workspace may ${what}.`;
  throw new RequestError(403, [errorItem('forbidden', detail)]);
}
