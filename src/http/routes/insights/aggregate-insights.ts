import { aggregateConversationInsights } from '../../../store/aggregate-conversation-insights.js';
import { AggregateQueryParameters, readAggregateQuery } from '../../aggregate-query.js';
import type { RouteDependencies } from '../../dependencies.js';
import { queryStringOf } from '../../query-string.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { AggregateAnswer, aggregateRowJson } from '../../wire/aggregate.js';

/** The embedded database has no limit of its own. */
const TIMEOUT_MS = 10_000;

/** More combinations than anyone reads. */
const ROWS_MAX = 1000;

/**
 * Counts what insights found out, by fields of the results and of the conversations' metadata. `x-ringback-rows-left-out` says how many
 * combinations there are beyond the 1,000 most frequent ones; it is absent where there are none.
 */
export function aggregateInsightsRoute({ authorize, database, now, queryTurns }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: [
      '/v2/ai/conversations/conversation-insights/aggregates',
      '/ai/conversations/conversation-insights/aggregates',
    ],
    operation: {
      id: 'aggregateInsights',
      tag: 'insights',
      summary: 'Count insights by their results',
      description:
        'Counts the results of completed runs: one for each insight and each time that a conversation ended. A field that a result or a conversation lacks is null. The most frequent combination comes first, of two equally frequent ones the smaller; 1,000 at most, and the header x-ringback-rows-left-out says how many more there are.',
      access: 'read',
      query: AggregateQueryParameters,
      answer: {
        status: 200,
        description: 'One row for each combination of values.',
        schema: AggregateAnswer,
        headers: { 'x-ringback-rows-left-out': 'How many combinations there are beyond the 1,000 that are here.' },
      },
      refusals: [422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const query = readAggregateQuery(queryStringOf(req.url));
      const startMs = performance.now();
      const { rows, total } = await queryTurns.take(workspaceId, TIMEOUT_MS, () => {
        const timeoutMs = Math.max(1, startMs + TIMEOUT_MS - performance.now());
        return aggregateConversationInsights(database, workspaceId, query, {
          now: now(),
          rowsMax: ROWS_MAX,
          timeoutMs,
        });
      });
      if (total > rows.length) res.setHeader('x-ringback-rows-left-out', String(total - rows.length));
      sendJson(res, 200, { data: rows.map((row) => aggregateRowJson(query.fields, row)) });
    },
  };
}
