import { retrievePolicySet } from '../../../store/policy-sets.js';
import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { sendJson } from '../../send-json.js';
import { PolicySetAnswer, policySetJson } from '../../wire/policy.js';
import { WorkspaceParameters, workspaceOf, workspaceParameterOf } from '../../workspace-of.js';

/** The policies of a workspace as they were applied. */
export function retrievePoliciesRoute({ authorize, database }: RouteDependencies): Route {
  return {
    method: 'get',
    paths: ['/v1/policies'],
    operation: {
      id: 'retrievePolicies',
      tag: 'policies',
      summary: "A workspace's policies",
      access: 'admin',
      query: WorkspaceParameters,
      answer: { status: 200, description: 'The policies.', schema: PolicySetAnswer },
      refusals: [404, 422],
    },
    async handle(req, res) {
      const principal = await authorize(req, res, 'admin');
      const { id, name } = await workspaceOf(database, principal, workspaceParameterOf(req));
      const row = await retrievePolicySet(database.knex, id);
      sendJson(res, 200, { data: policySetJson(name, row, row && (await readOrNothing(row.source))) });
    },
  };
}

/** A newer version may have applied what this one cannot read. */
async function readOrNothing(source: string) {
  const { readPolicies } = await import('../../../assistants/policy/read-policies.js');
  try {
    return readPolicies(source);
  } catch {
    return undefined;
  }
}
