import { deleteSecret } from '../../../store/workspace-secrets.js';
import { readUuid } from '../../../uuid.js';
import type { RouteDependencies } from '../../dependencies.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { workspaceOf } from '../../workspace-of.js';

/** Takes a secret away: here at once, in other processes within ten seconds. */
export function deleteSecretRoute({ authorize, database, platformWorkspaces }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v1/workspaces/:name/secrets/:secret_id'],
    operation: {
      id: 'deleteSecret',
      tag: 'administration',
      summary: "Remove a workspace's platform secret",
      description: 'It holds no more: in this process at once, in others on the same database within ten seconds.',
      access: 'admin',
      answer: { status: 204, description: 'It is removed.' },
      refusals: [404],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id } = await workspaceOf(database, principal, String(req.params.name));
      const text = String(req.params.secret_id);
      const secretId = readUuid(text);
      if (secretId === undefined || !(await deleteSecret(database.knex, id, secretId))) {
        throw notFound(`There is no secret ${JSON.stringify(text)}.`);
      }
      platformWorkspaces.forget();
      res.status(204).end();
    },
  };
}
