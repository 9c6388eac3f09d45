import { listInitializations } from '../../../store/initializations.js';
import type { RouteDependencies } from '../../dependencies.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InitializationListAnswer, initializationJson } from '../../wire/initialization.js';
import { workspaceOf } from '../../workspace-of.js';
import { InitializationListParameters } from './initialization-parameters.js';

/** What was asked and answered when conversations began, in the last seven days. */
export function listInitializationsRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/initializations'],
    operation: {
      id: 'listInitializations',
      tag: 'policies',
      summary: 'List initializations',
      description:
        'What was asked and answered when conversations began, newest first, kept for 7 days. They are written a moment after ' +
        'the answer. Assistants that keep no data (`privacy_settings.data_retention: false`) have none.',
      access: 'admin',
      query: InitializationListParameters,
      answer: { status: 200, description: 'A page of records.', schema: InitializationListAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const parameters = readParameters(InitializationListParameters, queryStringOf(req.url));
      const { limit, before, since, assistant_id: assistantId, status, direction } = parameters;
      const { id } = await workspaceOf(database, principal, parameters.workspace);
      // One more tells whether there is another page.
      const found = await listInitializations(database.knex, id, {
        ...{ limit: limit + 1, before, assistantId, status, direction },
        since: since === undefined ? undefined : new Date(since),
      });
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
      sendJson(res, 200, { data: page.map(initializationJson), meta: { limit, next_before: next } });
    },
  };
}
