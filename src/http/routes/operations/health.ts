import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';

/** The process lives. It says nothing of the database: a restart would not mend that one. */
export function healthRoute(): Route {
  return {
    method: 'get',
    paths: ['/health'],
    handle(_req, res) {
      sendJson(res, 200, { status: 'ok' });
    },
  };
}
