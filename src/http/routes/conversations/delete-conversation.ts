import { describeError } from '../../../errors.js';
import { callOfConversation } from '../../../store/calls.js';
import { callersChange, memoryChange } from '../../../store/change-feed.js';
import { deleteConversation } from '../../../store/conversations.js';
import { deleteLateInitializations } from '../../../store/initializations.js';
import { markConversationsDeleted } from '../../../store/tombstones.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';

/** Deletes a conversation and its messages. 204: the SDK fails on a 200 without a body. */
export function deleteConversationRoute({
  authorize,
  changes,
  database,
  log,
  now,
  recorder,
}: RouteDependencies): Route {
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
      const isDeleted = await database.knex.transaction(async (trx) => {
        const wasThere = await deleteConversation(trx, workspaceId, id);
        // Another process may have the record, too.
        if (wasThere) await markConversationsDeleted(trx, workspaceId, [id], now());
        return wasThere;
      });
      if (!isDeleted) throw conversationNotFound(id);
      // What was learned from it is gone, too.
      if (call?.callerId != null) changes.publish(memoryChange(workspaceId, call.callerId));
      changes.publish(callersChange(workspaceId, undefined));
      // Written by another process in this moment, which could not see that the conversation was being deleted.
      const records = { keys: [], conversationIds: [id] };
      await deleteLateInitializations(database, workspaceId, records, now()).catch((error: unknown) => {
        // Asked for again it would not be there: what came late goes within the hour.
        log.error({ error: describeError(error) }, 'late records of a deleted conversation are still there');
      });
      res.status(204).end();
    },
  };
}
