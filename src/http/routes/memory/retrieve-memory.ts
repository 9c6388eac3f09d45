import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { FactAnswer, factJson } from '../../wire/memory.js';
import { knownFact } from './known-fact.js';

/** A fact with its evidence. */
export function retrieveMemoryRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/memories/:memory_id'],
    operation: {
      id: 'retrieveMemory',
      tag: 'memory',
      summary: 'Retrieve a fact',
      access: 'read',
      answer: { status: 200, description: 'The fact, with each time it was said.', schema: FactAnswer },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'read');
      const { fact } = await knownFact(req, database, workspaceId);
      sendJson(res, 200, { data: factJson(fact) });
    },
  };
}
