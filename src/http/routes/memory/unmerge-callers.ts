import { z } from 'zod';
import { callersMergedInto, undoMerge } from '../../../store/callers.js';
import { memoryChange } from '../../../store/change-feed.js';
import { forgetPatterns } from '../../../store/patterns.js';
import { readUuid } from '../../../uuid.js';
import { readBodyAs } from '../../body-problem.js';
import { callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { UnmergeAnswer } from '../../wire/caller.js';

const Body = z.strictObject({ merge_id: z.string().describe('As the merge answered it.') });

/** Undoes a merge: both callers have what they had, and what came meanwhile is with the one whose identity it came by. */
export function unmergeCallersRoute({ authorize, changes, database, now, readJson }: RouteDependencies): Route {
  return {
    method: 'post',
    paths: ['/v1/callers/:caller_id/unmerge'],
    operation: {
      id: 'unmergeCallers',
      tag: 'memory',
      summary: 'Undo a merge',
      description: 'What came after the merge is with the caller whose identity it came by.',
      access: 'write',
      body: Body,
      answer: { status: 200, description: 'They are two again.', schema: UnmergeAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const body = readBodyAs(Body, await readJson(req, res));
      const id = await callerOf(req, database.knex, workspaceId);
      const mergeId = readUuid(body.merge_id);
      const cluster = await callersMergedInto(database.knex, workspaceId, id);
      const undone = await database.knex.transaction(async (trx) => {
        const merge = mergeId === undefined ? undefined : await undoMerge(trx, workspaceId, mergeId, now());
        // A merge of other callers: the rejection takes back what was done.
        if (merge === undefined || !cluster.includes(merge.intoCallerId)) {
          throw notFound(`The caller has no merge ${JSON.stringify(body.merge_id)} that could be undone.`);
        }
        // What was seen in the calls of both is neither's.
        await forgetPatterns(trx, workspaceId, cluster);
        return merge;
      });
      for (const each of cluster) changes.publish(memoryChange(workspaceId, each));
      sendJson(res, 200, { caller_id: id, merge_id: undone.id, unmerged_caller_id: undone.callerId });
    },
  };
}
