import { deleteAssistant } from '../../../store/assistants.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { AssistantDeletedSchema } from '../../wire/assistant.js';
import { assistantIdOf, assistantNotFound } from './assistant-id.js';

/** Deletes an assistant. Its conversations stay, and so does what it said of keeping them. */
export function deleteAssistantRoute({ authorize, database, now }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v2/ai/assistants/:assistant_id', '/ai/assistants/:assistant_id'],
    operation: {
      id: 'deleteAssistant',
      tag: 'assistants',
      summary: 'Delete an assistant',
      description: 'Its conversations stay. Where they were not to be stored, that goes on.',
      access: 'write',
      answer: { status: 200, description: 'That it is gone', schema: AssistantDeletedSchema },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = assistantIdOf(req);
      if (!(await deleteAssistant(database.knex, workspaceId, id, now()))) throw assistantNotFound(id);
      sendJson(res, 200, { id, object: 'assistant.deleted', deleted: true });
    },
  };
}
