import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { WorkspaceAnswer, workspaceJson } from '../../wire/workspace.js';
import { workspaceOf } from '../../workspace-of.js';

export function retrieveWorkspaceRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/workspaces/:name'],
    operation: {
      id: 'retrieveWorkspace',
      tag: 'administration',
      summary: 'Retrieve a workspace',
      access: 'admin',
      answer: { status: 200, description: 'The workspace.', schema: WorkspaceAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const workspace = await workspaceOf(database, principal, String(req.params.name));
      sendJson(res, 200, { data: workspaceJson(workspace) });
    },
  };
}
