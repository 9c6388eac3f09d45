import { z } from 'zod';
import { QueryError } from '../../../query/index.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { explainQuery } from '../../explain-query.js';
import { queryErrorItems } from '../../query-error-items.js';
import { queryStringOf } from '../../query-string.js';
import { unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { ExplainAnswer } from '../../wire/explained-query.js';

const PARAMETER = 'conversation_query';

const Parameters = z.object({
  [PARAMETER]: z.string().describe('The text of a query, percent-encoded; a `+` in it is a plus.'),
});

/** What becomes of a conversation_query string in this database: for the command line beside a running server. */
export function explainRoute(deps: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/explain'],
    operation: {
      id: 'explainQuery',
      tag: 'operations',
      summary: 'What becomes of a conversation_query in this database',
      description: 'The statement, its plan, and which index serves which condition. The statement itself is not run.',
      access: 'admin',
      query: Parameters,
      answer: { status: 200, description: 'The explanation.', schema: ExplainAnswer },
      refusals: [422],
    },
    async handle(req, res) {
      const { workspaceId } = await deps.authorize(req, res, 'admin');
      const text = conversationQueryOf(queryStringOf(req.url));
      try {
        sendJson(res, 200, {
          data: await explainQuery({ ...deps, indexedKeys: deps.knownIndexes.current() }, text, {
            workspaceId,
            now: deps.now(),
          }),
        });
      } catch (error) {
        if (error instanceof QueryError) throw unprocessable(queryErrorItems(error, PARAMETER));
        throw error;
      }
    },
  };
}

/** Percent-decoded and no more: a `+` in a conversation_query string is a plus. */
function conversationQueryOf(queryString: string): string {
  const prefix = `${PARAMETER}=`;
  const encoded = queryString.split('&').find((pair) => pair.startsWith(prefix));
  if (encoded === undefined) {
    const detail = `"${PARAMETER}" is missing: the text of a query, percent-encoded.`;
    throw unprocessable([errorItem('missingParameter', detail, { parameter: PARAMETER })]);
  }
  try {
    return decodeURIComponent(encoded.slice(prefix.length));
  } catch {
    const detail = `"${PARAMETER}" is not percent-encoded UTF-8.`;
    throw unprocessable([errorItem('unprocessable', detail, { parameter: PARAMETER })]);
  }
}
