import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { addIndexRoute } from './add-index.js';
import { adviseIndexesRoute } from './advise-indexes.js';
import { dropIndexRoute } from './drop-index.js';
import { listIndexesRoute } from './list-indexes.js';

/** Indexes of metadata keys that are asked for often: for who runs the server. */
export function indexRoutes(deps: RouteDependencies): readonly Route[] {
  return [listIndexesRoute(deps), addIndexRoute(deps), dropIndexRoute(deps), adviseIndexesRoute(deps)];
}
