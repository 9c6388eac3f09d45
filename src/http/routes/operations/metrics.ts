import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { isLocalRequest } from '../../loopback.js';
import { RequestError } from '../../request-error.js';
import type { Route } from '../../route.js';

const NOT_THEIRS = 'Only a key of the default workspace may read the metrics: they are of the whole server.';

/**
 * For Prometheus. A key of the default workspace with the scope `read` is needed on a public address, and for what a proxy hands on:
 * the figures are of all workspaces, so the other ones' keys do not open them.
 */
export function metricsRoute({ authorize, defaultWorkspace, metrics, settings }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/metrics'],
    operation: {
      id: 'metrics',
      tag: 'operations',
      summary: 'Metrics for Prometheus',
      description:
        'Of the whole server, so the key has to be of the default workspace. Where the server listens on a loopback address, requests of the same machine need no key.',
      access: 'read',
      answer: { status: 200, description: 'The text format of Prometheus.', contentType: 'text/plain' },
    },
    async handle(req, res) {
      if (!settings.metricsOpen || !isLocalRequest(req)) {
        const { workspaceId } = await authorize(req, res, 'read');
        if (workspaceId !== defaultWorkspace.id) throw new RequestError(403, [errorItem('forbidden', NOT_THEIRS)]);
      }
      res.setHeader('content-type', metrics.contentType);
      res.end(await metrics.text());
    },
  };
}
