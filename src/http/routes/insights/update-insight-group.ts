import { updateInsightGroup } from '../../../store/insight-groups.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { InsightGroupChangesBody, insightFieldProblems } from '../../insight-body.js';
import { groupIdOf, insightGroupNotFound } from '../../insight-id.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InsightGroupAnswer, insightGroupJson } from '../../wire/insight-group.js';

/** Changes the fields of a group that the body has, and no others. Its insights are assigned and unassigned. */
export function updateInsightGroupRoute({ authorize, database, readJson }: RouteDependencies): Route {
  return {
    method: 'put',
    paths: ['/v2/ai/conversations/insight-groups/:group_id', '/ai/conversations/insight-groups/:group_id'],
    operation: {
      id: 'updateInsightGroup',
      tag: 'insights',
      summary: 'Update an insight group',
      description: 'What is absent stays as it is.',
      access: 'write',
      body: InsightGroupChangesBody,
      answer: { status: 200, description: 'The group as it is now.', schema: InsightGroupAnswer },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = groupIdOf(req);
      const fields = readBodyAs(InsightGroupChangesBody, await readJson(req, res));
      refuseProblems(await insightFieldProblems(fields));
      const { name, description, webhook } = fields;
      const group = await updateInsightGroup(database.knex, workspaceId, id, {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(webhook === undefined ? {} : { webhook: webhook ?? '' }),
      });
      if (group === undefined) throw insightGroupNotFound(id);
      sendJson(res, 200, { data: insightGroupJson(group) });
    },
  };
}
