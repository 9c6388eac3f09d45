import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';

/** Conversations in bulk: into the store, and out of it. */
export function transferRoutes(_deps: RouteDependencies): readonly Route[] {
  return [];
}
