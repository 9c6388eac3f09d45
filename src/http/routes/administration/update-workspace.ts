import { z } from 'zod';
import { memoryChange } from '../../../store/change-feed.js';
import { changeSettings } from '../../../store/workspace-secrets.js';
import { readBodyAs } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { refusingShared } from '../../shared-secret.js';
import { WorkspaceAnswer, workspaceJson } from '../../wire/workspace.js';
import { workspaceOf } from '../../workspace-of.js';
import { SettingsBody, settingsChangeOf } from '../../workspace-settings-body.js';

const Body = z.strictObject({ settings: SettingsBody });

/** Changes the settings that the body names and leaves the others. */
export function updateWorkspaceRoute(deps: RouteDependencies): Route {
  const { authorize, database, environmentSecrets, platformWorkspaces, readJson, secretBox } = deps;
  return {
    method: 'patch',
    paths: ['/v1/workspaces/:name'],
    operation: {
      id: 'updateWorkspace',
      tag: 'administration',
      summary: "Change a workspace's settings",
      description:
        'Settings that the body does not name stay as they are. While the workspace shares a secret of a platform with another one, the last of its lists cannot go, nothing can be in the same list of both, and both have to list the same kind.',
      access: 'admin',
      body: Body,
      answer: { status: 200, description: 'The workspace, changed.', schema: WorkspaceAnswer },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id, name, settings } = await workspaceOf(database, principal, String(req.params.name));
      const body = readBodyAs(Body, await readJson(req, res));
      const change = settingsChangeOf(body.settings, settings.default_country ?? deps.settings.defaultCountry);
      const workspace = await refusingShared(principal, '/settings', () =>
        changeSettings(database.knex, id, change, secretBox, environmentSecrets),
      );
      if (workspace === undefined) throw notFound(`The workspace "${name}" was deleted meanwhile.`);
      platformWorkspaces.forget();
      // Who shares memories is another thing now.
      if (change.memory_scope !== undefined) deps.changes.publish(memoryChange(id, undefined));
      sendJson(res, 200, { data: workspaceJson(workspace) });
    },
  };
}
