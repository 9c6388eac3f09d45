import { retrieveInsightGroup, unassignInsight } from '../../../store/insight-groups.js';
import type { RouteDependencies } from '../../dependencies.js';
import { groupIdOf, insightGroupNotFound, insightIdOf } from '../../insight-id.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';

/** Takes an insight out of a group. 204: the SDK fails on a 200 without a body. */
export function unassignInsightRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: [
      '/v2/ai/conversations/insight-groups/:group_id/insights/:insight_id/unassign',
      '/ai/conversations/insight-groups/:group_id/insights/:insight_id/unassign',
    ],
    operation: {
      id: 'unassignInsight',
      tag: 'insights',
      summary: 'Unassign an insight from a group',
      description: 'The insight stays.',
      access: 'write',
      answer: { status: 204, description: 'It is no longer in the group.' },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const groupId = groupIdOf(req);
      const insightId = insightIdOf(req);
      if (!(await unassignInsight(database.knex, workspaceId, groupId, insightId))) {
        const group = await retrieveInsightGroup(database.knex, workspaceId, groupId);
        if (group === undefined) throw insightGroupNotFound(groupId);
        throw notFound(`The insight ${JSON.stringify(insightId)} is not in the group ${JSON.stringify(groupId)}.`);
      }
      res.status(204).end();
    },
  };
}
