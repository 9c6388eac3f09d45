import { listSecrets } from '../../../store/workspace-secrets.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { SecretListAnswer, secretJson } from '../../wire/workspace-secret.js';
import { workspaceOf } from '../../workspace-of.js';

/** Which secrets a workspace keeps, without their values. */
export function listSecretsRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/workspaces/:name/secrets'],
    operation: {
      id: 'listSecrets',
      tag: 'administration',
      summary: "List a workspace's platform secrets",
      description:
        'Their values are never shown. Those of the environment, which are the default workspace’s, are not among them.',
      access: 'admin',
      answer: { status: 200, description: 'The secrets.', schema: SecretListAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id } = await workspaceOf(database, principal, String(req.params.name));
      sendJson(res, 200, { data: (await listSecrets(database.knex, id)).map(secretJson) });
    },
  };
}
