import type { Request } from 'express';
import type { Database } from '../store/database.js';
import {
  isWorkspaceName,
  retrieveWorkspace,
  retrieveWorkspaceNamed,
  type WorkspaceRecord,
} from '../store/workspaces.js';
import type { Principal } from './keyring.js';
import { queryStringOf } from './query-string.js';
import { notFound, type RequestError } from './request-error.js';

/**
 * The workspace that an admin request is about: the one it names, else that of its key. Operators may name any; for everybody else
 * there is no other than their own.
 *
 * @throws RequestError 404, the same for a workspace that is not there and for one that is another's
 */
export async function workspaceOf(
  { knex }: Pick<Database, 'knex'>,
  principal: Principal,
  requestedName?: string,
): Promise<WorkspaceRecord> {
  const name = requestedName ?? principal.workspaceName;
  const isTheirs = principal.isOperator || name === principal.workspaceName;
  if (!isTheirs || !isWorkspaceName(name)) throw workspaceNotFound(name);
  const workspace =
    name === principal.workspaceName
      ? await retrieveWorkspace(knex, principal.workspaceId)
      : await retrieveWorkspaceNamed(knex, name);
  if (workspace === undefined) throw workspaceNotFound(name);
  return workspace;
}

/** The name in the query string, `?workspace=acme`; undefined: none is named. */
export function workspaceParameterOf(req: Request): string | undefined {
  return new URLSearchParams(queryStringOf(req.url)).get('workspace') ?? undefined;
}

function workspaceNotFound(name: string): RequestError {
  return notFound(`There is no workspace ${JSON.stringify(name)}.`);
}
