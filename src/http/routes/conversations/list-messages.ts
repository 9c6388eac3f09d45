import { listMessages } from '../../../store/messages.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readPage } from '../../page.js';
import { queryStringOf } from '../../query-string.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { MessageListAnswer, messageJson } from '../../wire/message.js';
import { PageQuery, pageMeta } from '../../wire/page-meta.js';

/** The messages of a conversation, newest first, with the page's `meta`: without it the SDK asks for pages without end. */
export function listMessagesRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/conversations/:conversation_id/messages', '/ai/conversations/:conversation_id/messages'],
    operation: {
      id: 'listMessages',
      tag: 'conversations',
      summary: 'List the messages of a conversation',
      access: 'read',
      query: PageQuery,
      answer: { status: 200, description: 'One page of the messages.', schema: MessageListAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = conversationIdOf(req);
      const page = readPage(queryStringOf(req.url));
      const found = await listMessages(database.knex, workspaceId, id, page);
      if (found === undefined) throw conversationNotFound(id);
      sendJson(res, 200, {
        data: found.messages.map(messageJson),
        meta: pageMeta(page, found.total),
      });
    },
  };
}
