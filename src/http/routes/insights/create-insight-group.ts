import { createInsightGroup } from '../../../store/insight-groups.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { IDEMPOTENCY_REFUSALS, IdempotencyHeaders } from '../../idempotency.js';
import { InsightGroupBody, insightFieldProblems } from '../../insight-body.js';
import type { Route } from '../../route.js';
import { InsightGroupAnswer, insightGroupJson } from '../../wire/insight-group.js';

/** Makes a group without insights, `{data:{…}}`. */
export function createInsightGroupRoute({ authorize, idempotently, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/conversations/insight-groups', '/ai/conversations/insight-groups'],
    operation: {
      id: 'createInsightGroup',
      tag: 'insights',
      summary: 'Create an insight group',
      description:
        'An assistant names a group in its insight_settings; the insights of the group are run when its conversations end.',
      access: 'write',
      headers: IdempotencyHeaders,
      body: InsightGroupBody,
      answer: { status: 200, description: 'The group.', schema: InsightGroupAnswer },
      refusals: [...IDEMPOTENCY_REFUSALS, 413],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'write');
      const body = await readJson(req, res);
      const fields = readBodyAs(InsightGroupBody, body);
      refuseProblems(await insightFieldProblems(fields));
      const { name, description, webhook } = fields;
      await idempotently(req, res, principal, body, async (db) => {
        const group = await createInsightGroup(db, principal.workspaceId, {
          name,
          ...(description === undefined || description === null ? {} : { description }),
          webhook: webhook ?? '',
          createdAt: now(),
        });
        return { status: 200, body: { data: insightGroupJson(group) } };
      });
    },
  };
}
