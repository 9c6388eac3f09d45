import { retrieveConversation } from '../../../store/conversations.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { ConversationAnswer, conversationJson } from '../../wire/conversation.js';

/** One conversation, `{data:{…}}`. */
export function retrieveConversationRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/conversations/:conversation_id', '/ai/conversations/:conversation_id'],
    operation: {
      id: 'retrieveConversation',
      tag: 'conversations',
      summary: 'Get a conversation',
      access: 'read',
      answer: { status: 200, description: 'The conversation.', schema: ConversationAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = conversationIdOf(req);
      const conversation = await retrieveConversation(database.knex, workspaceId, id);
      if (conversation === undefined) throw conversationNotFound(id);
      sendJson(res, 200, { data: conversationJson(conversation) });
    },
  };
}
