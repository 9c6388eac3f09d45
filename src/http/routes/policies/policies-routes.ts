import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { applyPoliciesRoute } from './apply-policies.js';
import { removePoliciesRoute } from './remove-policies.js';
import { retrievePoliciesRoute } from './retrieve-policies.js';
import { testPoliciesRoute } from './test-policies.js';

/** What assistants are told when a conversation begins, as their users decide it. */
export function policyRoutes(deps: RouteDependencies): readonly Route[] {
  return [retrievePoliciesRoute(deps), applyPoliciesRoute(deps), removePoliciesRoute(deps), testPoliciesRoute(deps)];
}
