import { askedFields } from '../../../query/compile/asked-fields.js';
import { createQueryReader } from '../../../query/index.js';
import { countConversations, listConversations } from '../../../store/conversations.js';
import { ConversationQueryParameters } from '../../conversation-query-parameters.js';
import type { RouteDependencies } from '../../dependencies.js';
import { contentRange, exactCount } from '../../exact-count.js';
import { CountHeaders, prefersExactCount } from '../../prefer.js';
import { queryStringOf } from '../../query-string.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { ConversationListAnswer } from '../../wire/conversation.js';
import { pageMeta } from '../../wire/page-meta.js';

/** A query that takes longer helps nobody who waits for it. The embedded database has no limit of its own. */
const TIMEOUT_MS = 10_000;

/**
 * The conversations that a query in the query language finds, `{data:[…]}`. With `Prefer: count=exact` also how many there are
 * without its limit and offset: as `meta`, and as `Content-Range`.
 */
export function listConversationsRoute({
  authorize,
  compiler,
  knownIndexes,
  now,
  queryShapes,
  queryTurns,
  reads,
}: RouteDependencies): Route {
  const reader = createQueryReader();
  return {
    method: 'get',
    paths: ['/v2/ai/conversations', '/ai/conversations'],
    operation: {
      id: 'listConversations',
      tag: 'conversations',
      summary: 'List conversations',
      description:
        "The conversations that a query finds, in Telnyx's `conversation_query` language (PostgREST's): `name=like.Voice*`, `metadata->assistant_id=eq.assistant-1`. Any key of the metadata can be asked for, also a nested one, in `or`, `and` and `not` to any depth.",
      access: 'read',
      query: ConversationQueryParameters,
      headers: CountHeaders,
      answer: {
        status: 200,
        description: 'The conversations that were found.',
        schema: ConversationListAnswer,
        headers: {
          'content-range': 'With `Prefer: count=exact`: `0-24/3573`, the part that is here and how many there are.',
          'preference-applied': '`count=exact`, where they were counted.',
        },
      },
      refusals: [422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const checked = reader.readHttp(queryStringOf(req.url));
      const scope = { workspaceId, now: now() };
      const compiled = compiler.compile(checked, scope);
      const startMs = performance.now();
      const left = () => ({ timeoutMs: Math.max(1, startMs + TIMEOUT_MS - performance.now()) });
      const rows = await queryTurns.take(workspaceId, TIMEOUT_MS, () => listConversations(reads, compiled, left()));
      queryShapes?.note(workspaceId, askedFields(checked, knownIndexes.current()), performance.now() - startMs);
      // With `select` a name that was asked for is there, null or not.
      if (compiled.names === undefined) for (const row of rows) if (row.name === null) delete row.name;
      if (!prefersExactCount(req)) return sendJson(res, 200, { data: rows });

      const { limit, offset } = checked;
      const part = { limit, offset, length: rows.length };
      const total = await exactCount(part, () => {
        const { timeoutMs } = left();
        return queryTurns.take(workspaceId, timeoutMs, () =>
          countConversations(reads, compiler.compileCount(checked, scope), left()),
        );
      });
      res.setHeader('content-range', contentRange(part, total));
      if (total === undefined) return sendJson(res, 200, { data: rows });
      res.setHeader('preference-applied', 'count=exact');
      const page = { pageNumber: Math.floor(offset / limit) + 1, pageSize: limit };
      sendJson(res, 200, { data: rows, meta: pageMeta(page, total) });
    },
  };
}
