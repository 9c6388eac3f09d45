import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { listInitializationsRoute } from './list-initializations.js';
import { retrieveInitializationRoute } from './retrieve-initialization.js';

/** A look into what was asked and answered when conversations began. */
export function initializationRoutes(deps: RouteDependencies): readonly Route[] {
  return [listInitializationsRoute(deps), retrieveInitializationRoute(deps)];
}
