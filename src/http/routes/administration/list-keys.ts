import { listApiKeys } from '../../../store/api-keys.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { ApiKeyListAnswer, apiKeyJson } from '../../wire/api-key.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

/** A workspace's API keys, never the keys themselves. */
export function listKeysRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/keys'],
    operation: {
      id: 'listKeys',
      tag: 'administration',
      summary: "List a workspace's API keys",
      description: 'The key of the environment (RINGBACK_API_KEY) is not among them.',
      access: 'admin',
      query: WorkspaceParameters,
      answer: { status: 200, description: 'The keys.', schema: ApiKeyListAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id, name } = await workspaceOf(database, principal, workspaceParameterOf(req));
      const keys = await listApiKeys(database.knex, id);
      sendJson(res, 200, { data: keys.map((key) => apiKeyJson(key, name)) });
    },
  };
}
