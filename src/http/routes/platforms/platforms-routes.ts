import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { telnyxDynamicVariablesRoute } from './telnyx-dynamic-variables.js';
import { telnyxEventsRoute } from './telnyx-events.js';

/** What voice platforms call: webhooks at the start, during and after a conversation. */
export function platformRoutes(deps: RouteDependencies): readonly Route[] {
  return [telnyxDynamicVariablesRoute(deps), telnyxEventsRoute(deps)];
}
