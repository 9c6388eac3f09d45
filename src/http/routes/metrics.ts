import type { RouteDependencies } from '../dependencies.js';
import type { Route } from '../route.js';

/** For Prometheus. On a public address a key with the scope `read` is needed. */
export function metricsRoute({ authorize, metrics, settings }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/metrics'],
    async handle(req, res) {
      if (!settings.metricsOpen) await authorize(req, res, 'read');
      res.setHeader('content-type', metrics.contentType);
      res.end(await metrics.text());
    },
  };
}
