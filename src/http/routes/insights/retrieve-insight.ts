import { retrieveInsight } from '../../../store/insights.js';
import type { RouteDependencies } from '../../dependencies.js';
import { insightIdOf, insightNotFound } from '../../insight-id.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InsightAnswer, insightJson } from '../../wire/insight.js';

/** One insight, `{data:{…}}`. */
export function retrieveInsightRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/conversations/insights/:insight_id', '/ai/conversations/insights/:insight_id'],
    operation: {
      id: 'retrieveInsight',
      tag: 'insights',
      summary: 'Retrieve an insight',
      access: 'read',
      answer: { status: 200, description: 'The insight.', schema: InsightAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = insightIdOf(req);
      const insight = await retrieveInsight(database.knex, workspaceId, id);
      if (insight === undefined) throw insightNotFound(id);
      sendJson(res, 200, { data: insightJson(insight) });
    },
  };
}
