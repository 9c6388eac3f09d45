import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { exportRoute } from './export.js';
import { importRoute } from './import.js';
import { importTelnyxRoute } from './import-telnyx.js';

/** Conversations in bulk: into the store, and out of it. */
export function transferRoutes(deps: RouteDependencies): readonly Route[] {
  return [importRoute(deps), importTelnyxRoute(deps), exportRoute(deps)];
}
