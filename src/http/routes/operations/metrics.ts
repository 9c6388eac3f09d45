import type { RouteDependencies } from '../../dependencies.js';
import { isLocalRequest } from '../../loopback.js';
import type { Route } from '../../route.js';

/** For Prometheus. A key with the scope `read` is needed on a public address, and for what a proxy hands on. */
export function metricsRoute({ authorize, metrics, settings }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/metrics'],
    operation: {
      id: 'metrics',
      tag: 'operations',
      summary: 'Metrics for Prometheus',
      description: 'Where the server listens on a loopback address, requests of the same machine need no key.',
      access: 'read',
      answer: { status: 200, description: 'The text format of Prometheus.', contentType: 'text/plain' },
    },
    async handle(req, res) {
      if (!settings.metricsOpen || !isLocalRequest(req)) await authorize(req, res, 'read');
      res.setHeader('content-type', metrics.contentType);
      res.end(await metrics.text());
    },
  };
}
