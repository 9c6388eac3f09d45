import { believedIdentities, callerVerification } from '../../assistants/policy/caller-verification.js';
import { operatorIdentities } from '../../memory/callers/caller-identity.js';
import type { PlatformCall } from '../../platforms/platform-call.js';
import type { RouteDependencies } from '../dependencies.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';
import { within } from '../within.js';
import { beginningOf } from './begin-call.js';
import { type CallScope, callScope } from './call-scope.js';

/**
 * Whose memory a call is told of: nobody's by a number or SIP URI that nobody vouches for, where a policy of the workspace denies that
 * (`unverified: deny`); and without what is sensitive, where a policy states that. An operator's own id is vouched for.
 *
 * Rejects where the policies are not known in time: they may deny it.
 */
export async function recallScope(
  { engine, settings }: Pick<RouteDependencies, 'engine' | 'settings'>,
  workspace: PlatformWorkspace,
  platform: 'vapi' | 'retell',
  call: PlatformCall,
  timeoutMs: number,
): Promise<CallScope> {
  const scope = callScope(workspace, call, settings);
  const { identities } = scope;
  if (operatorIdentities(identities).length === identities.length) return scope;
  const { book } = engine;
  const policies = book.known(workspace.id) ?? (await within(timeoutMs, book.ask(workspace.id)));
  const event = beginningOf(workspace, platform, call);
  const policy = policies.find(({ matches }) => matches(event));
  if (policy === undefined) return scope;
  const { statesUnverified, unverified } = policy;
  const isStated = statesUnverified && unverified === 'withhold_sensitive';
  const isWithheld = isStated && callerVerification(event, identities) !== 'verified';
  return {
    ...scope,
    identities: believedIdentities(event, identities, unverified),
    withholdSensitive: scope.withholdSensitive || isWithheld,
  };
}
