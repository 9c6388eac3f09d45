import { callOfConversation } from '../../../store/calls.js';
import { callersChange, memoryChange } from '../../../store/change-feed.js';
import { deleteConversation } from '../../../store/conversations.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';

/** Deletes a conversation and its messages. 204: the SDK fails on a 200 without a body. */
export function deleteConversationRoute({ authorize, changes, database, recorder }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v2/ai/conversations/:conversation_id', '/ai/conversations/:conversation_id'],
    operation: {
      id: 'deleteConversation',
      tag: 'conversations',
      summary: 'Delete a conversation',
      description: 'With its messages, its insights, the records of how it began, and the facts that rest on it alone.',
      access: 'write',
      answer: { status: 204, description: 'It is deleted.' },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = conversationIdOf(req);
      const call = await callOfConversation(database.knex, workspaceId, id);
      // The record of how it began may still wait to be written.
      await recorder?.flush();
      if (!(await deleteConversation(database.knex, workspaceId, id))) throw conversationNotFound(id);
      // What was learned from it is gone, too.
      if (call?.callerId != null) changes.publish(memoryChange(workspaceId, call.callerId));
      changes.publish(callersChange(workspaceId, undefined));
      res.status(204).end();
    },
  };
}
