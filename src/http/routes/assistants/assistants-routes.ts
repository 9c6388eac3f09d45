import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';

/** Telnyx's assistants, as far as conversations need them. */
export function assistantRoutes(_deps: RouteDependencies): readonly Route[] {
  return [];
}
