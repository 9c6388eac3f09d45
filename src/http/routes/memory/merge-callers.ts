import { z } from 'zod';
import { readBodyAs } from '../../body-problem.js';
import { callerNamed, callerOf } from '../../caller-id.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { MergeAnswer } from '../../wire/caller.js';
import { mergeInto } from './merge-into.js';

const Body = z.strictObject({ other: z.string().describe('The id of the caller that is taken in.') });

/** Makes two callers one: the one in the path takes the other one in. Nothing is moved, and it can be undone. */
export function mergeCallersRoute(deps: RouteDependencies): Route {
  const { authorize, database, readJson } = deps;
  return {
    method: 'post',
    paths: ['/v1/callers/:caller_id/merge'],
    operation: {
      id: 'mergeCallers',
      tag: 'memory',
      summary: 'Merge another caller into this one',
      description: 'Identities of both give this caller from now on. `unmerge` undoes it.',
      access: 'write',
      body: Body,
      answer: { status: 200, description: 'They are one.', schema: MergeAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const { other } = readBodyAs(Body, await readJson(req, res));
      const into = await callerOf(req, database.knex, workspaceId);
      const from = await callerNamed(other, database.knex, workspaceId);
      sendJson(res, 200, await mergeInto(deps, workspaceId, from, into));
    },
  };
}
