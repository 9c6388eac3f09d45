import { deleteInsightGroup } from '../../../store/insight-groups.js';
import type { RouteDependencies } from '../../dependencies.js';
import { groupIdOf, insightGroupNotFound } from '../../insight-id.js';
import type { Route } from '../../route.js';

/** Deletes a group; its insights stay. 204: the SDK fails on a 200 without a body. */
export function deleteInsightGroupRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v2/ai/conversations/insight-groups/:group_id', '/ai/conversations/insight-groups/:group_id'],
    operation: {
      id: 'deleteInsightGroup',
      tag: 'insights',
      summary: 'Delete an insight group',
      description: 'Its insights stay. Conversations of assistants that name it are given the Summary from then on.',
      access: 'write',
      answer: { status: 204, description: 'It is deleted.' },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = groupIdOf(req);
      if (!(await deleteInsightGroup(database.knex, workspaceId, id))) throw insightGroupNotFound(id);
      res.status(204).end();
    },
  };
}
