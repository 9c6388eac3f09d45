import type { RouteDependencies } from '../../dependencies.js';
import { observationOf } from '../../observation.js';
import type { Route } from '../../route.js';

/** A route of a platform whose answers are counted: whole, or without a part. What is refused is counted where that is done. */
export function countAnswered({ metrics }: Pick<RouteDependencies, 'metrics'>, route: Route): Route {
  return {
    ...route,
    async handle(req, res) {
      await route.handle(req, res);
      const { leftOut, route: pattern } = observationOf(res);
      metrics.countWebhook(pattern, leftOut === undefined ? 'answered' : 'left-out');
    },
  };
}
