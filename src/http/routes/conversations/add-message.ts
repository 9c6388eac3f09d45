import { memoryAddition } from '../../../store/change-feed.js';
import { addMessage } from '../../../store/messages.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { IDEMPOTENCY_REFUSALS, IdempotencyHeaders } from '../../idempotency.js';
import { MessageBody, messageProblems, newMessageOf } from '../../message-body.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { MessageAnswer, messageJson } from '../../wire/message.js';

/**
 * Adds a message to a conversation. Telnyx documents no body of the answer and the SDK ignores it; the message as List
 * Messages gives it tells what was stored (its id, a time that was cut or moved out of the future). Where the conversation's
 * assistant keeps no data, the answer is the same and the message is stored nowhere.
 */
export function addMessageRoute({ authorize, changes, idempotently, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/conversations/:conversation_id/message', '/ai/conversations/:conversation_id/message'],
    operation: {
      id: 'addMessage',
      tag: 'conversations',
      summary: 'Add a message to a conversation',
      description:
        "What is written as `content` is read as `text`. A conversation that had ended goes on. Where the conversation's assistant keeps no data (`privacy_settings.data_retention`), the answer is the same and the message is stored nowhere.",
      access: 'write',
      headers: IdempotencyHeaders,
      body: MessageBody,
      answer: { status: 200, description: 'The message as it was stored.', schema: MessageAnswer },
      refusals: [...IDEMPOTENCY_REFUSALS, 404],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'write');
      const id = conversationIdOf(req);
      const body = await readJson(req, res);
      const message = readBodyAs(MessageBody, body);
      refuseProblems(messageProblems(message));
      let callerId: string | null = null;
      await idempotently(req, res, principal, body, async (db) => {
        const added = await addMessage(db, principal.workspaceId, id, newMessageOf(message), now());
        if (added === undefined) throw conversationNotFound(id);
        ({ callerId } = added);
        // What may not be stored may not be kept for a repeated request either.
        return { status: 200, body: { data: messageJson(added) }, keep: added.retained };
      });
      // What will be learned from it is told to caches as learned alone: that something was said they hear here.
      if (callerId !== null) changes.publish(memoryAddition(principal.workspaceId, callerId));
    },
  };
}
