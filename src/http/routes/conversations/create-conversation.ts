import { z } from 'zod';
import { createConversation } from '../../../store/conversations.js';
import { metadataProblems, nameProblems } from '../../../store/storable.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { jsonObject } from '../../json-object.js';
import type { Route } from '../../route.js';
import { conversationJson } from '../../wire.js';

const Body = z.object({ name: z.string().nullish(), metadata: jsonObject.optional() });

/** Makes a conversation. Telnyx answers with the conversation itself, not wrapped in `data`. */
export function createConversationRoute({ authorize, idempotently, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/conversations', '/ai/conversations'],
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
    },
  };
}
