import { deleteInsight } from '../../../store/insights.js';
import type { RouteDependencies } from '../../dependencies.js';
import { insightIdOf, insightIsBuiltIn, insightNotFound } from '../../insight-id.js';
import type { Route } from '../../route.js';

/** Deletes an insight; what it found out about conversations stays. 204: the SDK fails on a 200 without a body. */
export function deleteInsightRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v2/ai/conversations/insights/:insight_id', '/ai/conversations/insights/:insight_id'],
    operation: {
      id: 'deleteInsight',
      tag: 'insights',
      summary: 'Delete an insight',
      description:
        'It leaves its groups; results that it has made stay readable. The built-in Summary cannot be deleted.',
      access: 'write',
      answer: { status: 204, description: 'It is deleted.' },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = insightIdOf(req);
      const outcome = await deleteInsight(database.knex, workspaceId, id);
      if (outcome === undefined) throw insightNotFound(id);
      if (outcome === 'built-in') throw insightIsBuiltIn('deleted');
      res.status(204).end();
    },
  };
}
