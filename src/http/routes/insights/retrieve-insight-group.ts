import { retrieveInsightGroup } from '../../../store/insight-groups.js';
import type { RouteDependencies } from '../../dependencies.js';
import { groupIdOf, insightGroupNotFound } from '../../insight-id.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InsightGroupAnswer, insightGroupJson } from '../../wire/insight-group.js';

/** One group with its insights, `{data:{…}}`. */
export function retrieveInsightGroupRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v2/ai/conversations/insight-groups/:group_id', '/ai/conversations/insight-groups/:group_id'],
    operation: {
      id: 'retrieveInsightGroup',
      tag: 'insights',
      summary: 'Retrieve an insight group',
      access: 'read',
      answer: { status: 200, description: 'The group with its insights.', schema: InsightGroupAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = groupIdOf(req);
      const group = await retrieveInsightGroup(database.knex, workspaceId, id);
      if (group === undefined) throw insightGroupNotFound(id);
      sendJson(res, 200, { data: insightGroupJson(group) });
    },
  };
}
