import { z } from 'zod';
import { createApiKey, retrieveApiKey, SCOPES } from '../../../store/api-keys.js';
import { textProblem } from '../../../store/storable.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { apiKeyJson, NewApiKeyAnswer } from '../../wire/api-key.js';
import { workspaceOf } from '../../workspace-of.js';

const NAME_CHARACTERS_MAX = 200;

const named = `has to be a text of 1 to ${NAME_CHARACTERS_MAX} characters`;

const Body = z.strictObject({
  name: z.string().min(1, named).max(NAME_CHARACTERS_MAX, named).describe('What people call it.'),
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, 'has to name a scope')
    .describe('What it opens: `admin` covers the rest, `platform` opens the routes of voice platforms only.'),
  workspace: z.string().optional().describe("Whose key it is to be. Absent: the workspace of the request's key."),
});

/** Makes an API key and shows it, this once. */
export function createKeyRoute({ authorize, database, keyring, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v1/keys'],
    operation: {
      id: 'createKey',
      tag: 'administration',
      summary: 'Create an API key',
      access: 'admin',
      body: Body,
      answer: { status: 201, description: 'The key. Only here it is shown.', schema: NewApiKeyAnswer },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const body = readBodyAs(Body, await readJson(req, res));
      const problem = textProblem(body.name);
      if (problem !== undefined) refuseProblems([{ pointer: '/name', detail: `"name" ${problem}` }]);
      const workspace = await workspaceOf(database, principal, body.workspace);
      const scopes = SCOPES.filter((scope) => body.scopes.includes(scope));
      const { id, key } = await createApiKey(database.knex, { workspaceId: workspace.id, name: body.name, scopes });
      const record = await retrieveApiKey(database.knex, workspace.id, id);
      if (record === undefined) throw notFound(`The workspace "${workspace.name}" was deleted meanwhile.`);
      keyring.forget();
      sendJson(res, 201, { data: { ...apiKeyJson(record, workspace.name), key } });
    },
  };
}
