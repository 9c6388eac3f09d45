import { listConversationInsights } from '../../../store/list-conversation-insights.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readPage } from '../../page.js';
import { queryStringOf } from '../../query-string.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { ConversationInsightListAnswer, conversationInsightJson } from '../../wire/conversation-insight.js';
import { PageQuery, pageMeta } from '../../wire/page-meta.js';

/** What insights found out about a conversation, one item for each time it ended, newest first. */
export function listConversationInsightsRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: [
      '/v2/ai/conversations/:conversation_id/conversations-insights',
      '/ai/conversations/:conversation_id/conversations-insights',
    ],
    operation: {
      id: 'listConversationInsights',
      tag: 'insights',
      summary: "List a conversation's insights",
      description:
        'One item for each time the conversation ended. The page parameters are ours: Telnyx answers with `meta` and takes none.',
      access: 'read',
      query: PageQuery,
      answer: { status: 200, description: 'One page of them, newest first.', schema: ConversationInsightListAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = conversationIdOf(req);
      const page = readPage(queryStringOf(req.url));
      const found = await listConversationInsights(database.knex, workspaceId, id, page);
      if (found === undefined) throw conversationNotFound(id);
      sendJson(res, 200, {
        data: found.conversationInsights.map(conversationInsightJson),
        meta: pageMeta(page, found.total),
      });
    },
  };
}
