import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.js';
import { NO_ROUTE, type Observation } from '../observation.js';

/** A request id that may go into a log as it is. */
const SANE_REQUEST_ID = /^[\w.:-]{1,64}$/;

/** Gives every request an id (or keeps the one it came with), and at its end writes one log line and one measurement. */
export function observe(log: Logger, metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const given = req.headers['x-request-id'];
    const observation: Observation = {
      arrivedAtMs: performance.now(),
      requestId: typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID(),
      route: NO_ROUTE,
    };
    res.locals.observation = observation;
    res.setHeader('x-request-id', observation.requestId);
    // "close" also comes when the other side hung up before the answer.
    res.once('close', () => {
      const durationMs = performance.now() - observation.arrivedAtMs;
      metrics.observeRequest(req.method, observation.route, res.statusCode, durationMs / 1000);
      log.info(
        {
          method: req.method,
          route: observation.route,
          status: res.statusCode,
          duration_ms: Math.round(durationMs * 100) / 100,
          request_id: observation.requestId,
          workspace: observation.workspace,
          ...(observation.leftOut === undefined ? {} : { left_out: observation.leftOut }),
          ...(res.writableFinished ? {} : { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
}
