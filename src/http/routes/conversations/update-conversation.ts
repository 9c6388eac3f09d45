import { z } from 'zod';
import { callersChange } from '../../../store/change-feed.js';
import { replaceMetadata, retrieveConversation } from '../../../store/conversations.js';
import { endUserTargetOf } from '../../../store/end-user-target.js';
import { metadataProblems } from '../../../store/storable.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import { conversationIdOf } from '../../conversation-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { jsonObject } from '../../json-object.js';
import { conversationNotFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { ConversationAnswer, conversationJson } from '../../wire/conversation.js';

const Body = z.object({
  metadata: jsonObject.optional().describe('All the metadata that the conversation is to have: 64 KB at most.'),
});

/** Replaces a conversation's metadata as a whole; a body without `metadata` changes nothing. */
export function updateConversationRoute({ authorize, changes, database, readJson }: RouteDependencies): Route {
  return {
    method: 'put',
    paths: ['/v2/ai/conversations/:conversation_id', '/ai/conversations/:conversation_id'],
    operation: {
      id: 'updateConversation',
      tag: 'conversations',
      summary: "Replace a conversation's metadata",
      description: 'As a whole. A body without `metadata` changes nothing.',
      access: 'write',
      body: Body,
      answer: { status: 200, description: 'The conversation as it is now.', schema: ConversationAnswer },
      refusals: [400, 404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const id = conversationIdOf(req);
      const { metadata } = readBodyAs(Body, await readJson(req, res));
      if (metadata !== undefined) refuseProblems(metadataProblems(metadata));
      const conversation =
        metadata === undefined
          ? await retrieveConversation(database.knex, workspaceId, id)
          : await replaceMetadata(database.knex, workspaceId, id, metadata);
      if (conversation === undefined) throw conversationNotFound(id);
      const target = endUserTargetOf(conversation.metadata);
      if (metadata !== undefined && target !== undefined) changes.publish(callersChange(workspaceId, target));
      sendJson(res, 200, { data: conversationJson(conversation) });
    },
  };
}
