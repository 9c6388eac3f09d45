import { revokeApiKey } from '../../../store/api-keys.js';
import { readUuid } from '../../../uuid.js';
import type { RouteDependencies } from '../../dependencies.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

/** Ends an API key: here at once, in other processes within ten seconds. It stays in the list. */
export function revokeKeyRoute({ authorize, database, keyring, now }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v1/keys/:key_id'],
    operation: {
      id: 'revokeKey',
      tag: 'administration',
      summary: 'Revoke an API key',
      description:
        'It opens nothing any more: in this process at once, in others on the same database within ten seconds. The list goes on showing it, with the time.',
      access: 'admin',
      query: WorkspaceParameters,
      answer: { status: 204, description: 'It is revoked.' },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const workspace = await workspaceOf(database, principal, workspaceParameterOf(req));
      const text = String(req.params.key_id);
      const id = readUuid(text);
      if (id === undefined || !(await revokeApiKey(database.knex, workspace.id, id, now()))) {
        throw notFound(`There is no key ${JSON.stringify(text)} in the workspace "${workspace.name}".`);
      }
      keyring.forget();
      res.status(204).end();
    },
  };
}
