import type { Response } from 'express';
import type { Initialization } from '../../assistants/initialize.js';
import type { PlatformCall } from '../../platforms/platform-call.js';
import type { InitializationEvent } from '../../platforms/telnyx/initialization.js';
import type { RouteDependencies } from '../dependencies.js';
import { leaveOut } from '../left-out.js';
import { lookupSecretsOf } from '../lookup-secrets.js';
import { memoryWorkspace } from '../memory-workspace.js';
import { observationOf } from '../observation.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';

/**
 * What an assistant is told when a call begins on another platform than Telnyx: by the same policies, so that one and the same
 * variables are there on every platform.
 */
export async function beginCall(
  deps: Pick<RouteDependencies, 'engine' | 'metrics' | 'now' | 'settings'>,
  res: Response,
  workspace: PlatformWorkspace,
  platform: 'vapi' | 'retell',
  call: PlatformCall,
): Promise<Initialization> {
  const { engine, now, settings } = deps;
  const { reading, timeZone } = memoryWorkspace(workspace.settings, settings);
  const begun = await engine.initialize({
    workspaceId: workspace.id,
    event: beginningOf(workspace, platform, call),
    reading,
    now: now(),
    timeZone,
    secrets: lookupSecretsOf(workspace),
    deadlineMs: observationOf(res).arrivedAtMs + settings.budgetMs,
  });
  for (const { part, status } of begun.parts)
    if (status === 'late' || status === 'failed') leaveOut(deps, res, part, status);
  return begun;
}

/** A call as an initialization has it, with Telnyx's names for what policies ask about. */
export function beginningOf(
  workspace: Pick<PlatformWorkspace, 'settings'>,
  platform: 'vapi' | 'retell',
  call: PlatformCall,
): InitializationEvent {
  const { agentId, agentTarget, callId, channel, direction, endUserTarget, externalId } = call;
  const payload = {
    platform,
    telnyx_conversation_channel: channel,
    telnyx_agent_target: agentTarget,
    telnyx_end_user_target: endUserTarget,
    telnyx_end_user_target_verified: false,
    telnyx_call_direction: direction,
    assistant_id: agentId,
    call_id: callId,
  };
  return {
    eventId: callId,
    eventType: 'assistant.initialization',
    channel,
    agentTarget,
    endUserTarget,
    externalId,
    endUserTargetVerified: false,
    tellsSensitive: workspace.settings.withhold_sensitive !== true,
    callControlId: undefined,
    assistantId: agentId,
    conversationId: undefined,
    payload: Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined)),
  };
}
