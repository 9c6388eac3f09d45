import { z } from 'zod';
import { listAssistants } from '../../../store/assistants.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { AssistantSchema, assistantJson } from '../../wire/assistant.js';

/** All assistants, newest first, `{data:[…]}`: Telnyx has no pages here. */
export function listAssistantsRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/assistants', '/ai/assistants'],
    operation: {
      id: 'listAssistants',
      tag: 'assistants',
      summary: 'List the assistants, newest first',
      access: 'read',
      answer: {
        status: 200,
        description: 'Every assistant',
        schema: z.object({ data: z.array(AssistantSchema).describe('Newest first') }),
      },
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      sendJson(res, 200, { data: (await listAssistants(database.knex, workspaceId)).map(assistantJson) });
    },
  };
}
