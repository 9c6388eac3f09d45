import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';

/** Telnyx's insights: templates, groups, what they made of conversations, and their aggregates. */
export function insightRoutes(_deps: RouteDependencies): readonly Route[] {
  return [];
}
