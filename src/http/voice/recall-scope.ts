import { callerVerification } from '../../assistants/policy/caller-verification.js';
import type { PlatformCall } from '../../platforms/platform-call.js';
import type { RouteDependencies } from '../dependencies.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';
import { within } from '../within.js';
import { beginningOf } from './begin-call.js';
import { type CallScope, callScope } from './call-scope.js';

/**
 * Whose memory a call is told of: nobody's, where a policy of the workspace denies it to callers whose number nobody vouches for
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
  if (call.externalId !== undefined || scope.identities.length === 0) return scope;
  const { book } = engine;
  const policies = book.known(workspace.id) ?? (await within(timeoutMs, book.ask(workspace.id)));
  const event = beginningOf(workspace, platform, call);
  const policy = policies.find(({ matches }) => matches(event));
  if (policy === undefined || callerVerification(event) === 'verified') return scope;
  if (policy.unverified === 'deny') return { ...scope, identities: [] };
  const isStated = policy.statesUnverified && policy.unverified === 'withhold_sensitive';
  return { ...scope, withholdSensitive: scope.withholdSensitive || isStated };
}
