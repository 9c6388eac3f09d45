import { z } from 'zod';
import { check, parse, type Query, QueryError } from '../../../query/index.js';
import { exportConversations } from '../../../transfer/export-conversations.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { LineAnswer } from '../../line-answer.js';
import { queryErrorItems } from '../../query-error-items.js';
import { queryStringOf } from '../../query-string.js';
import { readParameters } from '../../read-parameters.js';
import { unprocessable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { WorkspaceParameters, workspaceOf } from '../../workspace-of.js';

const QUERY = 'conversation_query';

const Parameters = z.object({
  [QUERY]: z
    .string()
    .optional()
    .describe('Only what these filters find, percent-encoded; without `order`, `limit`, `offset` and `select`.'),
  ...WorkspaceParameters.shape,
});

/** What is put together before it goes out. */
const TEXT_CHARACTERS = 64 * 1024;

/** A workspace's conversations with their messages and finished insights, as JSON lines that `POST /v1/import` takes. */
export function exportRoute({ authorize, compiler, database, now, stopping }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/export'],
    operation: {
      id: 'exportConversations',
      tag: 'transfer',
      summary: 'Export conversations as JSON lines',
      description:
        'Each conversation, by its id, with its messages, oldest first, and its finished insights: what `POST /v1/import` takes, and nothing lost. Streamed; an answer that is cut off is not complete.',
      access: 'admin',
      query: Parameters,
      answer: { status: 200, description: 'JSON lines.', contentType: 'application/x-ndjson' },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const parameters = readParameters(Parameters, queryStringOf(req.url).replaceAll('+', '%2B'));
      const { id: workspaceId } = await workspaceOf(database, principal, parameters.workspace);
      const query = filtersOf(parameters[QUERY]);
      const answer = new LineAnswer(res, stopping);
      const options = { compiler, now: now(), ...(query === undefined ? {} : { query }) };
      try {
        let text = '';
        for await (const line of exportConversations(database, workspaceId, options)) {
          text += `${JSON.stringify(line)}\n`;
          if (text.length < TEXT_CHARACTERS) continue;
          await answer.writeText(text);
          text = '';
        }
        await answer.writeText(text);
        answer.end();
      } catch (error) {
        // There is nobody to tell.
        if (!answer.isGone) throw error;
      }
    },
  };
}

/** @throws RequestError 422 for what is no query, or more than filters */
function filtersOf(text: string | undefined): Query | undefined {
  if (text === undefined) return undefined;
  try {
    const query = parse(text);
    check(query, text);
    const other = (['order', 'limit', 'offset', 'select'] as const).find((name) => query[name] !== undefined);
    if (other === undefined) return query;
    const detail = `An export takes the filters of a query alone: leave out "${other}".`;
    throw unprocessable([errorItem('unprocessable', detail, { parameter: QUERY })]);
  } catch (error) {
    if (error instanceof QueryError) throw unprocessable(queryErrorItems(error, QUERY));
    throw error;
  }
}
