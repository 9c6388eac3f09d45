import { z } from 'zod';
import { factMemories } from '../../../memory/truth/current-facts.js';
import { listCalls, retrieveCaller } from '../../../store/caller-administration.js';
import { readCallerFacts } from '../../../store/caller-memory.js';
import { callerNotFound, callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { readPage } from '../../page.js';
import { queryStringOf } from '../../query-string.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { FactJson, factJson } from '../../wire/memory.js';
import { PageMeta, PageQuery, pageMeta } from '../../wire/page-meta.js';

const Answer = z.object({
  data: z.array(
    z.object({
      conversation_id: z.guid(),
      platform: z.string(),
      call_id: z.string(),
      agent_id: z.string().nullable(),
      started_at: z.iso.datetime(),
      ended_at: z.iso.datetime().nullable(),
      summary: z.string().nullable(),
      outcome: z.string().nullable(),
      open_items: z.array(z.string()),
      facts: z.array(FactJson).describe('What was said in it, as it stands today.'),
    }),
  ),
  meta: PageMeta,
});

/** The calls of a caller, newest first, each with what it taught. */
export function timelineRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/callers/:caller_id/timeline'],
    operation: {
      id: 'retrieveTimeline',
      tag: 'memory',
      summary: "List a caller's calls with what each taught",
      access: 'read',
      query: PageQuery,
      answer: { status: 200, description: 'The calls, newest first.', schema: Answer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const page = readPage(queryStringOf(req.url));
      const id = await callerOf(req, database.knex, workspaceId);
      const caller = await retrieveCaller(database.knex, workspaceId, id);
      const stored = await readCallerFacts(database, workspaceId, { callerId: id });
      if (caller === undefined || stored === undefined) throw callerNotFound(id);
      const facts = factMemories(stored.facts);
      const calls = await listCalls(database.knex, workspaceId, stored.callerIds, page);
      const data = calls.map((call) => ({
        conversation_id: call.conversationId,
        platform: call.platform,
        call_id: call.callId,
        agent_id: call.agentId,
        started_at: call.startedAt,
        ended_at: call.endedAt,
        summary: call.summary,
        outcome: call.outcome,
        open_items: call.openItems ?? [],
        facts: facts
          .filter(({ evidence }) => evidence.some(({ conversationId }) => conversationId === call.conversationId))
          .map(factJson),
      }));
      sendJson(res, 200, { data, meta: pageMeta(page, caller.calls) });
    },
  };
}
