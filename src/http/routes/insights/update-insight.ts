import { updateInsight } from '../../../store/insights.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { InsightChangesBody, insightFieldProblems } from '../../insight-body.js';
import { insightIdOf, insightIsBuiltIn, insightNotFound } from '../../insight-id.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { InsightAnswer, insightJson } from '../../wire/insight.js';

/** Changes the fields of an insight that the body has, and no others. */
export function updateInsightRoute({ authorize, database, readJson }: RouteDependencies): Route {
  return {
    method: 'put',
    paths: ['/v2/ai/conversations/insights/:insight_id', '/ai/conversations/insights/:insight_id'],
    operation: {
      id: 'updateInsight',
      tag: 'insights',
      summary: 'Update an insight',
      description: 'What is absent stays as it is. The built-in Summary cannot be changed.',
      access: 'write',
      body: InsightChangesBody,
      answer: { status: 200, description: 'The insight as it is now.', schema: InsightAnswer },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = insightIdOf(req);
      const fields = readBodyAs(InsightChangesBody, await readJson(req, res));
      refuseProblems(await insightFieldProblems(fields));
      const { name, instructions, json_schema, webhook } = fields;
      const insight = await updateInsight(database.knex, workspaceId, id, {
        ...(name === undefined ? {} : { name }),
        ...(instructions === undefined ? {} : { instructions }),
        ...(json_schema === undefined ? {} : { jsonSchema: json_schema }),
        ...(webhook === undefined ? {} : { webhook: webhook ?? '' }),
      });
      if (insight === undefined) throw insightNotFound(id);
      if (insight === 'built-in') throw insightIsBuiltIn('changed');
      sendJson(res, 200, { data: insightJson(insight) });
    },
  };
}
