import { listWorkspaces } from '../../../store/workspaces.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { WorkspaceListAnswer, workspaceJson } from '../../wire/workspace.js';
import { workspaceOf } from '../../workspace-of.js';

/** The workspaces that a key administers: all of them, or its own. */
export function listWorkspacesRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/workspaces'],
    operation: {
      id: 'listWorkspaces',
      tag: 'administration',
      summary: 'List workspaces',
      description: 'An admin key of the default workspace sees all of them, any other one sees its own.',
      access: 'admin',
      answer: { status: 200, description: 'The workspaces.', schema: WorkspaceListAnswer },
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const workspaces = principal.isOperator
        ? await listWorkspaces(database.knex)
        : [await workspaceOf(database, principal)];
      sendJson(res, 200, { data: workspaces.map(workspaceJson) });
    },
  };
}
