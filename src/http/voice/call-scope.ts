import { operatorIdentities } from '../../memory/callers/caller-identity.js';
import { callIdentities } from '../../memory/ingest/call-identities.js';
import { type CallerScope, UNKNOWN_AGENT } from '../../memory/recall/caller-memories.js';
import type { PlatformCall } from '../../platforms/platform-call.js';
import { memoryWorkspace } from '../memory-workspace.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';

export interface CallScope extends CallerScope {
  /**
   * Where the workspace wants it so, and a number or SIP URI is all that says who calls: neither Vapi nor Retell says whether a carrier
   * vouches for it. Of an outbound call it is the one that was dialled, and an operator's id is the operator's word.
   */
  readonly withholdSensitive: boolean;
}

/** Whose memory a call may have. */
export function callScope(
  workspace: PlatformWorkspace,
  call: PlatformCall,
  server: { readonly defaultCountry: string; readonly timeZone: string },
): CallScope {
  const { reading, timeZone } = memoryWorkspace(workspace.settings, server);
  const identities = callIdentities(call, reading);
  return {
    workspaceId: workspace.id,
    identities,
    agentId: call.agentId ?? UNKNOWN_AGENT,
    timeZone,
    withholdSensitive:
      workspace.settings.withhold_sensitive === true &&
      operatorIdentities(identities).length === 0 &&
      call.direction !== 'outbound',
  };
}
