import { removePolicySet } from '../../../store/policy-sets.js';
import type { RouteDependencies } from '../../dependencies.js';
import { notFound } from '../../request-error.js';
import type { Route } from '../../route.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

/** Takes a workspace's policies away: the built-in one holds again. */
export function removePoliciesRoute({ authorize, changes, database, engine, now }: RouteDependencies): Route {
  return {
    method: 'delete',
    paths: ['/v1/policies'],
    operation: {
      id: 'removePolicies',
      tag: 'policies',
      summary: "Remove a workspace's policies",
      access: 'admin',
      query: WorkspaceParameters,
      answer: { status: 204, description: 'The built-in policy holds from now on.' },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id, name } = await workspaceOf(database, principal, workspaceParameterOf(req));
      if (!(await removePolicySet(database.knex, id, now()))) {
        throw notFound(`The workspace ${JSON.stringify(name)} has no policies.`);
      }
      changes.publish({ workspaceId: id, kind: 'policies' });
      await engine.book.ask(id);
      res.status(204).end();
    },
  };
}
