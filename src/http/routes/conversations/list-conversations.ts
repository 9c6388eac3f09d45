import { createQueryReader } from '../../../query/index.js';
import { listConversations } from '../../../store/conversations.js';
import type { RouteDependencies } from '../../dependencies.js';
import { queryStringOf } from '../../query-string.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';

/** A query that takes longer helps nobody who waits for it. The embedded database has no limit of its own. */
const TIMEOUT_MS = 10_000;

/** The conversations that a query in the query language finds, `{data:[…]}`. */
export function listConversationsRoute({ authorize, compiler, database, now }: RouteDependencies): Route {
  const reader = createQueryReader();
  return {
    method: 'get',
    paths: ['/v2/ai/conversations', '/ai/conversations'],
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const checked = reader.readHttp(queryStringOf(req.url));
      const compiled = compiler.compile(checked, { workspaceId, now: now() });
      const rows = await listConversations(database, compiled, { timeoutMs: TIMEOUT_MS });
      // With `select` a name that was asked for is there, null or not.
      if (compiled.names === undefined) for (const row of rows) if (row.name === null) delete row.name;
      sendJson(res, 200, { data: rows });
    },
  };
}
