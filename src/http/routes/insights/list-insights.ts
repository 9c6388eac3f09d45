import { listInsights } from '../../../store/insights.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readPage } from '../../page.js';
import { queryStringOf } from '../../query-string.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InsightListAnswer, insightJson } from '../../wire/insight.js';
import { PageQuery, pageMeta } from '../../wire/page-meta.js';

/** The insights of the workspace, the Summary among them, `{data:[…],meta}`. */
export function listInsightsRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/conversations/insights', '/ai/conversations/insights'],
    operation: {
      id: 'listInsights',
      tag: 'insights',
      summary: 'List insights',
      access: 'read',
      query: PageQuery,
      answer: { status: 200, description: 'One page of the insights.', schema: InsightListAnswer },
      refusals: [422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const page = readPage(queryStringOf(req.url));
      const { insights, total } = await listInsights(database.knex, workspaceId, page);
      sendJson(res, 200, { data: insights.map(insightJson), meta: pageMeta(page, total) });
    },
  };
}
