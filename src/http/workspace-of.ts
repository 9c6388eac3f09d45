import type { Request } from 'express';
import { z } from 'zod';
import type { Database } from '../store/database.js';
import {
  isWorkspaceName,
  retrieveWorkspace,
  retrieveWorkspaceNamed,
  type WorkspaceRecord,
} from '../store/workspaces.js';
import type { Principal } from './keyring.js';
import { queryStringOf } from './query-string.js';
import { readParameters } from './read-parameters.js';
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

/** For the `query` of an Operation that is about the workspace it names, and whose only parameter that is. */
export const WorkspaceParameters = z.strictObject({
  workspace: z
    .string()
    .optional()
    .describe(
      "Its name. Absent: the workspace of the request's key. Another one is for an admin key of the default workspace.",
    ),
});

/**
 * The name in the query string, `?workspace=acme`; undefined: none is named.
 *
 * @throws RequestError 422 for any other parameter: one that was mistyped would have the key's own workspace changed
 */
export function workspaceParameterOf(req: Request): string | undefined {
  return readParameters(WorkspaceParameters, queryStringOf(req.url)).workspace;
}

function workspaceNotFound(name: string): RequestError {
  return notFound(`There is no workspace ${JSON.stringify(name)}.`);
}
