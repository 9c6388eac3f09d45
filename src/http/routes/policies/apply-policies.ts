import { applyPolicySet } from '../../../store/policy-sets.js';
import { readBodyAs } from '../../body-problem.js';
import type { RouteDependencies } from '../../dependencies.js';
import { PolicySourceBody, readPolicySource } from '../../read-policy-source.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { PolicySetAnswer, policySetJson } from '../../wire/policy.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

const Body = PolicySourceBody.strict();

/** Puts a policy file in force, as a whole or not at all: what runs stays when anything in it is wrong. */
export function applyPoliciesRoute({ authorize, changes, database, engine, now, readJson }: RouteDependencies): Route {
  return {
    method: 'put',
    paths: ['/v1/policies'],
    operation: {
      id: 'applyPolicies',
      tag: 'policies',
      summary: "Apply a workspace's policies",
      description: 'The file is checked as a whole first; with any problem in it, the policies that run stay.',
      access: 'admin',
      query: WorkspaceParameters,
      body: Body,
      answer: { status: 200, description: 'The policies that hold from now on.', schema: PolicySetAnswer },
      refusals: [400, 404, 413, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const named = workspaceParameterOf(req);
      const body = readBodyAs(Body, await readJson(req, res));
      const set = await readPolicySource(body);
      const { id, name } = await workspaceOf(database, principal, named ?? set.workspace);
      const row = await applyPolicySet(database.knex, id, body.source, now());
      changes.publish({ workspaceId: id, kind: 'policies' });
      // Here at once: who applied them tries them next.
      await engine.book.ask(id);
      sendJson(res, 200, { data: policySetJson(name, row, set) });
    },
  };
}
