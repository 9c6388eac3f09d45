import { z } from 'zod';
import { linkCaller } from '../../../memory/callers/link-caller.js';
import { findIdentityOwners } from '../../../store/callers.js';
import { memoryChange } from '../../../store/change-feed.js';
import { readBodyAs, refuseProblems } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { errorItem } from '../../error-item.js';
import { type GivenUser, readUserObject, SubUserId, UserBody } from '../../memory-user.js';
import { memoryWorkspaceOf } from '../../memory-workspace.js';
import { RequestError } from '../../request-error.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { MergeAnswer } from '../../wire/caller.js';
import { mergeInto } from './merge-into.js';

const User = z
  .union([UserBody, SubUserId], { error: 'has to be a user, or the "sub_user_id" of one' })
  .describe('A user, or its `sub_user_id`.');

const Body = z.strictObject({
  from: User.describe('Who is taken in. Has to be known.'),
  into: User.describe('Who takes the other one in; made, where nobody has these identities yet.'),
});

/** Merges callers by their identities: a caller who rings from a new number is confirmed to be the one of before. */
export function mergeUserRoute(deps: RouteDependencies): Route {
  const { authorize, database, now, readJson } = deps;
  return {
    method: 'post',
    paths: ['/v1/merge_user'],
    operation: {
      id: 'mergeUser',
      tag: 'memory',
      summary: 'Merge a user into another one, by identities',
      access: 'write',
      body: Body,
      answer: { status: 200, description: 'They are one.', schema: MergeAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const { workspaceId } = await authorize(req, res, 'write');
      const body = readBodyAs(Body, await readJson(req, res));
      const { reading } = await memoryWorkspaceOf(deps, workspaceId);
      const userOf = (user: z.output<typeof User>, pointer: string) =>
        readUserObject(typeof user === 'string' ? { sub_user_id: user } : user, reading, pointer);
      const [from, into] = [userOf(body.from, '/from'), userOf(body.into, '/into')];
      refuseProblems([...('problems' in from ? from.problems : []), ...('problems' in into ? into.problems : [])]);
      if (!('user' in from) || !('user' in into)) return;

      const fromId = await ownerOf(deps, workspaceId, from.user);
      const { callerId, mergedIds } = await database.knex.transaction((trx) =>
        linkCaller(trx, workspaceId, into.user.identities, now()),
      );
      for (const id of [callerId, ...mergedIds]) deps.changes.publish(memoryChange(workspaceId, id));
      sendJson(res, 200, await mergeInto(deps, workspaceId, fromId, callerId));
    },
  };
}

async function ownerOf({ database }: RouteDependencies, workspaceId: number, user: GivenUser): Promise<string> {
  const owners = await findIdentityOwners(database.knex, workspaceId, user.identities);
  const [first] = user.identities.flatMap(({ kind, value }) =>
    owners.filter((owner) => owner.kind === kind && owner.value === value),
  );
  if (first !== undefined) return first.callerId;
  throw new RequestError(404, [errorItem('notFound', 'Nobody has the identities of "from".', { pointer: '/from' })]);
}
