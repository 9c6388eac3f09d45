import type { RouteDependencies } from '../dependencies.js';
import type { Route } from '../route.js';
import { administrationRoutes } from './administration/administration-routes.js';
import { assistantRoutes } from './assistants/assistants-routes.js';
import { conversationRoutes } from './conversations/conversations-routes.js';
import { indexRoutes } from './indexes/indexes-routes.js';
import { initializationRoutes } from './initializations/initializations-routes.js';
import { insightRoutes } from './insights/insights-routes.js';
import { memoryRoutes } from './memory/memory-routes.js';
import { openApiRoute } from './operations/openapi.js';
import { operationRoutes } from './operations/operations-routes.js';
import { platformRoutes } from './platforms/platforms-routes.js';
import { policyRoutes } from './policies/policies-routes.js';
import { transferRoutes } from './transfer/transfer-routes.js';

/** Every route there is, in the order in which they are mounted. */
export function allRoutes(deps: RouteDependencies): readonly Route[] {
  const routes: readonly Route[] = [
    // The two that have to be fast come first: Express tries them in their order. Static addresses stand before
    // `/{conversation_id}`, which would take them for an id.
    ...platformRoutes(deps),
    ...insightRoutes(deps),
    ...conversationRoutes(deps),
    ...assistantRoutes(deps),
    ...memoryRoutes(deps),
    ...policyRoutes(deps),
    ...initializationRoutes(deps),
    ...administrationRoutes(deps),
    ...indexRoutes(deps),
    ...transferRoutes(deps),
    ...operationRoutes(deps),
    openApiRoute(() => routes),
  ];
  return routes;
}
