import { z } from 'zod';
import { readUsage } from '../../../store/usage-counts.js';
import type { RouteDependencies } from '../../dependencies.js';
import { memoryWorkspaceOf } from '../../memory-workspace.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';

const MONTHS_MAX = 24;

const Answer = z.object({
  data: z
    .array(z.object({ month: z.string().describe('`2026-03`.'), adds: z.number().int(), searches: z.number().int() }))
    .describe(`The newest ${MONTHS_MAX} months in which there was something, newest first.`),
  limits: z.object({ adds_per_month: z.number().int().nullable(), searches_per_month: z.number().int().nullable() }),
});

/** What the workspace used, by month. */
export function usageRoute(deps: RouteDependencies): Route {
  const { authorize, database, usage } = deps;
  return {
    method: 'get',
    paths: ['/v1/usage'],
    operation: {
      id: 'retrieveUsage',
      tag: 'memory',
      summary: 'Retrieve what the workspace used by month',
      access: 'read',
      answer: { status: 200, description: 'Adds and searches by month.', schema: Answer },
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      await usage.flush();
      const data = await readUsage(database.knex, workspaceId, { monthsMax: MONTHS_MAX });
      const { settings } = await memoryWorkspaceOf(deps, workspaceId);
      const limits = {
        adds_per_month: settings.adds_per_month ?? null,
        searches_per_month: settings.searches_per_month ?? null,
      };
      sendJson(res, 200, { data, limits });
    },
  };
}
