import { retrieveAssistant } from '../../../store/assistants.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { AssistantSchema, assistantJson } from '../../wire/assistant.js';
import { assistantIdOf, assistantNotFound } from './assistant-id.js';

/** One assistant, not wrapped in `data`. */
export function retrieveAssistantRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/assistants/:assistant_id', '/ai/assistants/:assistant_id'],
    operation: {
      id: 'retrieveAssistant',
      tag: 'assistants',
      summary: 'Get an assistant',
      access: 'read',
      answer: { status: 200, description: 'The assistant', schema: AssistantSchema },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = assistantIdOf(req);
      const assistant = await retrieveAssistant(database.knex, workspaceId, id);
      if (assistant === undefined) throw assistantNotFound(id);
      sendJson(res, 200, assistantJson(assistant));
    },
  };
}
