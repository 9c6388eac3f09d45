import { listInsightGroups } from '../../../store/insight-groups.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readPage } from '../../page.js';
import { queryStringOf } from '../../query-string.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InsightGroupListAnswer, insightGroupJson } from '../../wire/insight-group.js';
import { PageQuery, pageMeta } from '../../wire/page-meta.js';

/** The groups of the workspace with their insights, `{data:[…],meta}`. */
export function listInsightGroupsRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/conversations/insight-groups', '/ai/conversations/insight-groups'],
    operation: {
      id: 'listInsightGroups',
      tag: 'insights',
      summary: 'List insight groups',
      access: 'read',
      query: PageQuery,
      answer: { status: 200, description: 'One page of the groups.', schema: InsightGroupListAnswer },
      refusals: [422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const page = readPage(queryStringOf(req.url));
      const { groups, total } = await listInsightGroups(database.knex, workspaceId, page);
      sendJson(res, 200, { data: groups.map(insightGroupJson), meta: pageMeta(page, total) });
    },
  };
}
