import { deleteWorkspace } from '../../../store/workspaces.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { refuseAllButOperators } from '../../operators-only.js';
import { unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { workspaceOf } from '../../workspace-of.js';

/** Deletes a workspace with everything it has. Only who runs the server may. */
export function deleteWorkspaceRoute(deps: RouteDependencies): Route {
  const { authorize, database, defaultWorkspace, keyring, platformWorkspaces } = deps;
  return {
    method: 'delete',
    paths: ['/v1/workspaces/:name'],
    operation: {
      id: 'deleteWorkspace',
      tag: 'administration',
      summary: 'Delete a workspace',
      description:
        'With its conversations, insights, assistants, keys and secrets. It cannot be undone. Interrupted, it goes on when it is sent again. With an admin key of the default workspace, which itself cannot be deleted.',
      access: 'admin',
      answer: { status: 204, description: 'It is deleted.' },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id, name } = await workspaceOf(database, principal, String(req.params.name));
      refuseAllButOperators(principal, 'delete workspaces');
      if (id === defaultWorkspace.id) {
        const detail = `The workspace "${name}" cannot be deleted: requests that name none are for it.`;
        throw unprocessable([errorItem('unprocessable', detail)]);
      }
      try {
        await deleteWorkspace(database.knex, id);
      } finally {
        // Its keys and secrets go first.
        keyring.forget();
        platformWorkspaces.forget();
      }
      res.status(204).end();
    },
  };
}
