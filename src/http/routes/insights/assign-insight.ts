import { assignInsight, retrieveInsightGroup } from '../../../store/insight-groups.js';
import type { RouteDependencies } from '../../dependencies.js';
import { groupIdOf, insightGroupNotFound, insightIdOf, insightNotFound } from '../../insight-id.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InsightGroupAnswer, insightGroupJson } from '../../wire/insight-group.js';

/**
 * Puts an insight into a group; once more, it changes nothing. Telnyx documents 200 and no body; the SDK takes any. The group as it is
 * now tells what came of it.
 */
export function assignInsightRoute({ authorize, database, now }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: [
      '/v2/ai/conversations/insight-groups/:group_id/insights/:insight_id/assign',
      '/ai/conversations/insight-groups/:group_id/insights/:insight_id/assign',
    ],
    operation: {
      id: 'assignInsight',
      tag: 'insights',
      summary: 'Assign an insight to a group',
      access: 'write',
      answer: { status: 200, description: 'The group with its insights.', schema: InsightGroupAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const groupId = groupIdOf(req);
      const insightId = insightIdOf(req);
      const outcome = await assignInsight(database.knex, workspaceId, groupId, insightId, now());
      if (outcome === 'no-insight') throw insightNotFound(insightId);
      const group = await retrieveInsightGroup(database.knex, workspaceId, groupId);
      if (outcome === 'no-group' || group === undefined) throw insightGroupNotFound(groupId);
      sendJson(res, 200, { data: insightGroupJson(group) });
    },
  };
}
