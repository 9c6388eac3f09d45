import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { addMessageRoute } from './add-message.js';
import { createConversationRoute } from './create-conversation.js';
import { deleteConversationRoute } from './delete-conversation.js';
import { endConversationRoute } from './end-conversation.js';
import { listConversationsRoute } from './list-conversations.js';
import { listMessagesRoute } from './list-messages.js';
import { retrieveConversationRoute } from './retrieve-conversation.js';
import { updateConversationRoute } from './update-conversation.js';

/** Telnyx's conversations and their messages. The List route comes first: Express tries them in their order. */
export function conversationRoutes(deps: RouteDependencies): readonly Route[] {
  return [
    listConversationsRoute(deps),
    createConversationRoute(deps),
    retrieveConversationRoute(deps),
    updateConversationRoute(deps),
    deleteConversationRoute(deps),
    addMessageRoute(deps),
    listMessagesRoute(deps),
    endConversationRoute(deps),
  ];
}
