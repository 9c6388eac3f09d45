import { z } from 'zod';
import type { RouteDependencies } from '../../dependencies.js';
import { unavailable } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';

const PING_MS = 1_000;

const ReadyAnswer = z.object({ status: z.literal('ready') });

/** Whether requests would be answered now: 503 with the reason while the database does not answer. */
export function readyRoute({ database }: RouteDependencies): Route {
  let underWay: Promise<boolean> | undefined;
  /** One for all requests that wait, so that they cannot use up the connections. */
  function ping(): Promise<boolean> {
    underWay ??= database.ping(PING_MS).finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  return {
    method: 'get',
    paths: ['/ready'],
    operation: {
      id: 'ready',
      tag: 'operations',
      summary: 'Whether requests would be answered now',
      access: 'open',
      answer: { status: 200, description: 'They would.', schema: ReadyAnswer },
      refusals: [503],
    },
    async handle(_req, res) {
      if (!(await ping())) throw unavailable(`The database did not answer within ${PING_MS} ms.`);
      sendJson(res, 200, { status: 'ready' });
    },
  };
}
