import { z } from 'zod';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';

const HealthAnswer = z.object({ status: z.literal('ok') });

/** The process lives. It says nothing of the database: a restart would not mend that one. */
export function healthRoute(): Route {
  return {
    method: 'get',
    paths: ['/health'],
    operation: {
      id: 'health',
      tag: 'operations',
      summary: 'Whether the process lives',
      description: 'It says nothing of the database: a restart would not mend that one.',
      access: 'open',
      answer: { status: 200, description: 'It lives.', schema: HealthAnswer },
    },
    handle(_req, res) {
      sendJson(res, 200, { status: 'ok' });
    },
  };
}
