import { workspaceHealth } from '../../../store/platform-health.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { WorkspaceHealthAnswer, workspaceHealthJson } from '../../wire/workspace-health.js';
import { workspaceOf } from '../../workspace-of.js';

/** Whether what voice platforms should tell a workspace comes: a report that never comes is a call that nobody remembers. */
export function workspaceHealthRoute({ authorize, database, now, platformSecrets }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/workspaces/:name/health'],
    operation: {
      id: 'retrieveWorkspaceHealth',
      tag: 'administration',
      summary: 'Tell what a workspace last heard of its voice platforms',
      description: 'The last event of each, the last extraction, and calls that began and whose report never came.',
      access: 'admin',
      answer: { status: 200, description: 'How it stands.', schema: WorkspaceHealthAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const workspace = await workspaceOf(database, principal, String(req.params.name));
      const [health, holder] = await Promise.all([
        workspaceHealth(database, workspace.id, now()),
        platformSecrets.holderNamed(workspace.name),
      ]);
      const configured = new Set((holder?.secrets ?? []).map(({ platform }) => platform));
      sendJson(res, 200, { data: workspaceHealthJson(workspace.name, health, configured) });
    },
  };
}
