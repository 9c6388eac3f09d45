import { addMessage } from '../../../store/messages.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { MessageBody, messageProblems, newMessageOf } from '../../message-body.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { messageJson } from '../../wire.js';

/**
 * Adds a message to a conversation. Telnyx documents no body of the answer and the SDK ignores it; the message as List
 * Messages gives it tells what was stored (its id, a time that was cut or moved out of the future).
 */
export function addMessageRoute({ authorize, database, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/conversations/:conversation_id/message', '/ai/conversations/:conversation_id/message'],
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = conversationIdOf(req);
      const body = readBodyAs(MessageBody, await readJson(req, res));
      refuseProblems(messageProblems(body));
      const message = await addMessage(database.knex, workspaceId, id, newMessageOf(body), now());
      if (message === undefined) throw conversationNotFound(id);
      sendJson(res, 200, { data: messageJson(message) });
    },
  };
}
