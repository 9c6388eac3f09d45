import { createInsight } from '../../../store/insights.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { IDEMPOTENCY_REFUSALS, IdempotencyHeaders } from '../../idempotency.js';
import { InsightBody, insightFieldProblems } from '../../insight-body.js';
import type { Route } from '../../route.js';
import { InsightAnswer, insightJson } from '../../wire/insight.js';

/** Makes an insight, `{data:{…}}`. It is run once a group has it and an assistant names the group. */
export function createInsightRoute({ authorize, idempotently, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/conversations/insights', '/ai/conversations/insights'],
    operation: {
      id: 'createInsight',
      tag: 'insights',
      summary: 'Create an insight',
      description:
        'An insight says what to find out about conversations when they end. Assign it to a group, and name the group in the insight_settings of an assistant.',
      access: 'write',
      headers: IdempotencyHeaders,
      body: InsightBody,
      answer: { status: 200, description: 'The insight.', schema: InsightAnswer },
      refusals: [...IDEMPOTENCY_REFUSALS, 413],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'write');
      const body = await readJson(req, res);
      const fields = readBodyAs(InsightBody, body);
      refuseProblems(await insightFieldProblems(fields));
      const { name, instructions, json_schema, webhook } = fields;
      await idempotently(req, res, principal, body, async (db) => {
        const insight = await createInsight(db, principal.workspaceId, {
          name,
          instructions,
          ...(json_schema === undefined || json_schema === null ? {} : { jsonSchema: json_schema }),
          webhook: webhook ?? '',
          createdAt: now(),
        });
        return { status: 200, body: { data: insightJson(insight) } };
      });
    },
  };
}
