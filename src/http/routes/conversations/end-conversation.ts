import { z } from 'zod';
import { endConversation } from '../../../insights/end-conversation.js';
import { readBodyAs } from '../../body-problem.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { EndedConversationAnswer, endedConversationJson } from '../../wire/ended-conversation.js';

const Body = z.strictObject({}).describe('Nothing: the body may be left out.');

/** Ends a conversation, for channels whose end no event tells: its insights are run. */
export function endConversationRoute({ authorize, database, jobs, log, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v1/conversations/:conversation_id/end'],
    operation: {
      id: 'endConversation',
      tag: 'conversations',
      summary: 'End a conversation',
      description:
        'Its insights are run in the background. It may be called twice: without a new message in between, the second call changes nothing. A new message makes the conversation go on.',
      access: 'write',
      body: Body,
      answer: { status: 200, description: 'It has ended.', schema: EndedConversationAnswer },
      refusals: [400, 404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = conversationIdOf(req);
      readBodyAs(Body, await readJson(req, res));
      const options = { reason: 'request', at: now() } as const;
      const ended = await endConversation({ db: database.knex, jobs, log }, workspaceId, id, options);
      if (ended === undefined) throw conversationNotFound(id);
      sendJson(res, 200, { data: endedConversationJson(ended) });
    },
  };
}
