import { z } from 'zod';
import { changedSettings } from '../../../store/workspace-settings.js';
import { createWorkspace, isWorkspaceName } from '../../../store/workspaces.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { refuseAllButOperators } from '../../operators-only.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { WorkspaceAnswer, workspaceJson } from '../../wire/workspace.js';
import { SettingsBody, settingsChangeOf } from '../../workspace-settings-body.js';

const Body = z.strictObject({
  name: z
    .string()
    .refine(
      isWorkspaceName,
      'has to be of 1 to 63 lower case letters, digits and hyphens, with a letter or digit at both ends',
    )
    .describe(
      '1 to 63 lower case letters, digits and hyphens. It cannot be changed: platforms have it in their addresses.',
    ),
  settings: SettingsBody.optional(),
});

/** Makes a workspace. Only who runs the server may. */
export function createWorkspaceRoute(deps: RouteDependencies): Route {
  const { authorize, database, platformWorkspaces, readJson } = deps;
  return {
    method: 'post',
    paths: ['/v1/workspaces'],
    operation: {
      id: 'createWorkspace',
      tag: 'administration',
      summary: 'Create a workspace',
      description: 'With an admin key of the default workspace.',
      access: 'admin',
      body: Body,
      answer: { status: 201, description: 'The workspace.', schema: WorkspaceAnswer },
      refusals: [400, 413, 422],
    },
    async handle(req, res) {
      refuseAllButOperators(await authorize(req, res, 'admin'), 'make workspaces');
      const { name, settings = {} } = readBodyAs(Body, await readJson(req, res));
      const workspace = await createWorkspace(database.knex, {
        name,
        settings: changedSettings({}, settingsChangeOf(settings, deps.settings.defaultCountry)),
      });
      if (workspace === undefined) {
        refuseProblems([{ pointer: '/name', detail: `There is a workspace "${name}" already.` }]);
        return;
      }
      platformWorkspaces.forget();
      sendJson(res, 201, { data: workspaceJson(workspace) });
    },
  };
}
