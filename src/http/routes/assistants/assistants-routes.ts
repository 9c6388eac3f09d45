import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { createAssistantRoute } from './create-assistant.js';
import { deleteAssistantRoute } from './delete-assistant.js';
import { listAssistantsRoute } from './list-assistants.js';
import { retrieveAssistantRoute } from './retrieve-assistant.js';
import { startConversationRoute } from './start-conversation.js';
import { updateAssistantRoute } from './update-assistant.js';

/** Telnyx's assistants, as far as conversations need them. */
export function assistantRoutes(deps: RouteDependencies): readonly Route[] {
  return [
    listAssistantsRoute(deps),
    createAssistantRoute(deps),
    retrieveAssistantRoute(deps),
    updateAssistantRoute(deps),
    deleteAssistantRoute(deps),
    startConversationRoute(deps),
  ];
}
