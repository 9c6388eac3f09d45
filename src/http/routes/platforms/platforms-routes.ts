import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { countAnswered } from './count-answered.js';
import { retellEventsRoute } from './retell-events.js';
import { retellInboundRoute } from './retell-inbound.js';
import { retellRecordTurnRoute } from './retell-record-turn.js';
import { retellSearchMemoryRoutes } from './retell-search-memory.js';
import { telnyxDynamicVariablesRoute } from './telnyx-dynamic-variables.js';
import { telnyxEventsRoute } from './telnyx-events.js';
import { vapiRoute } from './vapi.js';
import { vapiRecallRoute } from './vapi-recall.js';
import { vapiSaveRoute } from './vapi-save.js';
import { createVoiceParts } from './voice-parts.js';

/** What voice platforms call: webhooks at the start, during and after a conversation. */
export function platformRoutes(deps: RouteDependencies): readonly Route[] {
  const parts = createVoiceParts(deps);
  const voiceRoutes = [
    vapiRoute(parts),
    vapiRecallRoute(parts),
    vapiSaveRoute(parts),
    ...retellSearchMemoryRoutes(parts),
    retellRecordTurnRoute(parts),
    retellInboundRoute(parts),
    retellEventsRoute(parts),
  ];
  return [
    countAnswered(deps, telnyxDynamicVariablesRoute(deps)),
    // It counts its events by what became of them.
    telnyxEventsRoute(deps),
    ...voiceRoutes.map((route) => countAnswered(deps, route)),
  ];
}
