import { z } from 'zod';
import { createConversation } from '../../../store/conversations.js';
import { metadataProblems, nameProblems } from '../../../store/storable.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { jsonObject } from '../../json-object.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { conversationJson } from '../../wire.js';

const Body = z.object({ name: z.string().nullish(), metadata: jsonObject.optional() });

/** Makes a conversation. Telnyx answers with the conversation itself, not wrapped in `data`. */
export function createConversationRoute({ authorize, database, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v2/ai/conversations', '/ai/conversations'],
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const { name, metadata = {} } = readBodyAs(Body, await readJson(req, res));
      refuseProblems([...(typeof name === 'string' ? nameProblems(name) : []), ...metadataProblems(metadata)]);
      const conversation = await createConversation(database.knex, workspaceId, {
        ...(typeof name === 'string' ? { name } : {}),
        metadata,
        createdAt: now(),
      });
      sendJson(res, 200, conversationJson(conversation));
    },
  };
}
