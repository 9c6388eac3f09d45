import { memoryChange } from '../../../store/change-feed.js';
import { dismissFacts } from '../../../store/learned.js';
import { forgetPatterns } from '../../../store/patterns.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { knownFact } from './known-fact.js';

/** Deletes a fact with all its sayings; the turns in which it was said stay. It is not learned from them again. */
export function deleteMemoryRoute({ authorize, changes, database }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v1/memories/:memory_id'],
    operation: {
      id: 'deleteMemory',
      tag: 'memory',
      summary: 'Delete a fact',
      description: 'What was said stays in its conversations, and the fact is not learned from them again.',
      access: 'write',
      answer: { status: 204, description: 'It is deleted.' },
      refusals: [404],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const { fact, caller } = await knownFact(req, database, workspaceId);
      await database.knex.transaction(async (trx) => {
        await dismissFacts(trx, workspaceId, fact.factIds);
        await forgetPatterns(trx, workspaceId, caller.callerIds);
      });
      for (const id of caller.callerIds) changes.publish(memoryChange(workspaceId, id));
      res.status(204).end();
    },
  };
}
