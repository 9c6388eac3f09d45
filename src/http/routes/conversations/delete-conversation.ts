import { callersChange } from '../../../store/change-feed.js';
import { deleteConversation } from '../../../store/conversations.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';

/** Deletes a conversation and its messages. 204: the SDK fails on a 200 without a body. */
export function deleteConversationRoute({ authorize, changes, database }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v2/ai/conversations/:conversation_id', '/ai/conversations/:conversation_id'],
    operation: {
      id: 'deleteConversation',
      tag: 'conversations',
      summary: 'Delete a conversation',
      description: 'With its messages and its insights.',
      access: 'write',
      answer: { status: 204, description: 'It is deleted.' },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = conversationIdOf(req);
      if (!(await deleteConversation(database.knex, workspaceId, id))) throw conversationNotFound(id);
      changes.publish(callersChange(workspaceId, undefined));
      res.status(204).end();
    },
  };
}
