import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';

/** Workspaces, API keys, secrets and jobs: what the command line asks beside a running server. */
export function administrationRoutes(_deps: RouteDependencies): readonly Route[] {
  return [];
}
