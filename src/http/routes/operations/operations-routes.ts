import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { explainRoute } from './explain.js';
import { healthRoute } from './health.js';
import { metricsRoute } from './metrics.js';
import { readyRoute } from './ready.js';

/** What the people and machines that run the server ask it. */
export function operationRoutes(deps: RouteDependencies): readonly Route[] {
  return [explainRoute(deps), healthRoute(), readyRoute(deps), metricsRoute(deps)];
}
