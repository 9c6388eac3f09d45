import { retrieveInitialization } from '../../../store/initializations.js';
import { readUuid } from '../../../uuid.js';
import type { RouteDependencies } from '../../dependencies.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InitializationAnswerJson, wholeInitializationJson } from '../../wire/initialization.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

/** One record with what was asked and answered. */
export function retrieveInitializationRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/initializations/:initialization_id'],
    operation: {
      id: 'retrieveInitialization',
      tag: 'policies',
      summary: 'Retrieve an initialization',
      description:
        'With request and answer. What is personal in them is masked unless the policy said `record: full`; secrets are removed ' +
        'either way.',
      access: 'admin',
      query: WorkspaceParameters,
      answer: { status: 200, description: 'The record.', schema: InitializationAnswerJson },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id: workspaceId } = await workspaceOf(database, principal, workspaceParameterOf(req));
      const text = String(req.params.initialization_id);
      const id = readUuid(text);
      const record = id === undefined ? undefined : await retrieveInitialization(database.knex, workspaceId, id);
      if (record === undefined) throw notFound(`There is no initialization ${JSON.stringify(text)}.`);
      sendJson(res, 200, { data: wholeInitializationJson(record) });
    },
  };
}
