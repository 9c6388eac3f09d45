import { listMessages } from '../../../store/messages.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readPage } from '../../page.js';
import { queryStringOf } from '../../query-string.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { messageJson } from '../../wire.js';

/** The messages of a conversation, newest first, with the page's `meta`: without it the SDK asks for pages without end. */
export function listMessagesRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/conversations/:conversation_id/messages', '/ai/conversations/:conversation_id/messages'],
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = conversationIdOf(req);
      const page = readPage(queryStringOf(req.url));
      const found = await listMessages(database.knex, workspaceId, id, page);
      if (found === undefined) throw conversationNotFound(id);
      sendJson(res, 200, {
        data: found.messages.map(messageJson),
        meta: {
          page_number: page.pageNumber,
          page_size: page.pageSize,
          total_pages: Math.ceil(found.total / page.pageSize),
          total_results: found.total,
        },
      });
    },
  };
}
