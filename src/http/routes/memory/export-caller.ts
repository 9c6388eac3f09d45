import { factMemories } from '../../../memory/truth/current-facts.js';
import { listCalls, readEntities, readProcedures, retrieveCaller } from '../../../store/caller-administration.js';
import { callerKey } from '../../../store/caller-key.js';
import { readCallerFacts } from '../../../store/caller-memory.js';
import type { Database } from '../../../store/database.js';
import { initializationsOfCaller } from '../../../store/initializations.js';
import { exportConversationsOf } from '../../../transfer/export-conversations.js';
import { callerNotFound, callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { LineAnswer } from '../../line-answer.js';
import type { Route } from '../../route.js';
import { callerJson } from '../../wire/caller.js';
import { entityJson, episodeJson, factJson, patternJson, procedureJson } from '../../wire/memory.js';
import { callerName } from './caller-name.js';

const CALLS_AT_ONCE = 500;

/** Everything that is kept of a caller, as JSON lines: for whoever asks what is known of them. */
export function exportCallerRoute({ authorize, database, stopping }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/callers/:caller_id/export'],
    operation: {
      id: 'exportCaller',
      tag: 'memory',
      summary: 'Export all that is known of a caller',
      description:
        'Lines of the types `caller`, `fact` (those that no longer hold, too), `episode`, `pattern`, `procedure`, `entity`, `call`, `initialization`, and the conversations with their messages and insights as `GET /v1/export` writes them. An answer that is cut off is not complete.',
      access: 'read',
      answer: { status: 200, description: 'JSON lines.', contentType: 'application/x-ndjson' },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const id = await callerOf(req, database.knex, workspaceId);
      const lines = linesOf(database, workspaceId, id);
      const first = await lines.next();
      if (first.done) throw callerNotFound(id);
      const answer = new LineAnswer(res, stopping);
      try {
        await answer.writeText(`${JSON.stringify(first.value)}\n`);
        for await (const line of lines) await answer.writeText(`${JSON.stringify(line)}\n`);
        answer.end();
      } catch (error) {
        // There is nobody to tell.
        if (!answer.isGone) throw error;
      }
    },
  };
}

async function* linesOf(database: Database, workspaceId: number, id: string): AsyncGenerator<unknown, void, undefined> {
  const { knex } = database;
  const caller = await retrieveCaller(knex, workspaceId, id);
  const stored = await readCallerFacts(database, workspaceId, { callerId: id });
  if (caller === undefined || stored === undefined) return;
  const { callerIds } = stored;
  yield { type: 'caller', ...callerJson(caller, await callerName(database, workspaceId, caller)) };
  const typed = ({ kind, ...rest }: { readonly kind: string }): unknown => ({ type: kind, ...rest });
  for (const fact of factMemories(stored.facts)) yield typed(factJson(fact));
  for (const episode of stored.episodes) yield typed(episodeJson(episode));
  for (const pattern of stored.patterns) yield typed(patternJson(pattern));
  for (const procedure of await readProcedures(knex, workspaceId, callerIds)) yield typed(procedureJson(procedure));
  for (const entity of await readEntities(knex, workspaceId, callerIds))
    yield { ...entityJson(entity), type: 'entity', entity_type: entity.kind };
  for (let pageNumber = 1; ; pageNumber += 1) {
    const calls = await listCalls(knex, workspaceId, callerIds, { pageNumber, pageSize: CALLS_AT_ONCE });
    for (const { conversationId, platform, callId, agentId, startedAt, endedAt } of calls) {
      yield {
        type: 'call',
        ...{ conversation_id: conversationId, platform, call_id: callId, agent_id: agentId },
        ...{ started_at: startedAt, ended_at: endedAt },
      };
    }
    yield* exportConversationsOf(
      database,
      workspaceId,
      calls.map(({ conversationId }) => conversationId),
    );
    if (calls.length < CALLS_AT_ONCE) break;
  }
  for (const identity of stored.identities) {
    const key = callerKey(workspaceId, identity);
    for (const record of await initializationsOfCaller(knex, workspaceId, key))
      yield { type: 'initialization', ...record };
  }
}
