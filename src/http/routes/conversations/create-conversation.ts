import { z } from 'zod';
import { callersChange } from '../../../store/change-feed.js';
import { createConversation } from '../../../store/conversations.js';
import { endUserTargetOf } from '../../../store/end-user-target.js';
import { metadataProblems, nameProblems, STORABLE_LIMITS } from '../../../store/storable.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { IDEMPOTENCY_REFUSALS, IdempotencyHeaders } from '../../idempotency.js';
import { jsonObject } from '../../json-object.js';
import type { Route } from '../../route.js';
import { ConversationJson, conversationJson } from '../../wire/conversation.js';

const Body = z.object({
  name: z.string().nullish().describe(`${STORABLE_LIMITS.nameCharacters} characters at most.`),
  metadata: jsonObject
    .optional()
    .describe('Anything to be kept with the conversation, and to be found by: 64 KB at most.'),
});

/** Makes a conversation. Telnyx answers with the conversation itself, not wrapped in `data`. */
export function createConversationRoute({ authorize, changes, idempotently, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/conversations', '/ai/conversations'],
    operation: {
      id: 'createConversation',
      tag: 'conversations',
      summary: 'Create a conversation',
      description: 'Answered with the conversation itself, not wrapped in `data`.',
      access: 'write',
      headers: IdempotencyHeaders,
      body: Body,
      answer: { status: 200, description: 'The conversation.', schema: ConversationJson },
      refusals: IDEMPOTENCY_REFUSALS,
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'write');
      const body = await readJson(req, res);
      const { name, metadata = {} } = readBodyAs(Body, body);
      refuseProblems([...(typeof name === 'string' ? nameProblems(name) : []), ...metadataProblems(metadata)]);
      await idempotently(req, res, principal, body, async (db) => {
        const conversation = await createConversation(db, principal.workspaceId, {
          ...(typeof name === 'string' ? { name } : {}),
          metadata,
          createdAt: now(),
        });
        return { status: 200, body: conversationJson(conversation) };
      });
      // Of nobody in particular nothing is cached.
      const target = endUserTargetOf(metadata);
      if (target !== undefined) changes.publish(callersChange(principal.workspaceId, target));
    },
  };
}
