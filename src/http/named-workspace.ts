import type { Database } from '../store/database.js';
import { findWorkspace, isWorkspaceName } from '../store/workspaces.js';
import type { Principal } from './keyring.js';
import { notFound } from './request-error.js';

/**
 * The workspace that a request is about: the one it names, or its key's own. Only who administers the server may name another; to
 * everybody else there is none of that name.
 *
 * @throws RequestError 404
 */
export async function namedWorkspaceId(
  database: Database,
  principal: Principal,
  name: string | undefined,
): Promise<number> {
  if (name === undefined || name === principal.workspaceName) return principal.workspaceId;
  // What can be no name is not looked for: Postgres refuses some of it.
  const isLookedFor = principal.isOperator && isWorkspaceName(name);
  const workspace = isLookedFor ? await findWorkspace(database.knex, name) : undefined;
  if (workspace === undefined) throw notFound(`There is no workspace ${JSON.stringify(name)}.`);
  return workspace.id;
}
