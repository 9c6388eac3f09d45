import type { Response } from 'express';
import type { Initialization } from '../../assistants/initialize.js';
import { receivedInitialization } from '../../assistants/records/received-initialization.js';
import { callConversationId } from '../../memory/ingest/call-conversation-id.js';
import type { PlatformCall } from '../../platforms/platform-call.js';
import { NEUTRAL_ANSWER } from '../../platforms/telnyx/initialization.js';
import type { RouteDependencies } from '../dependencies.js';
import { memoryWorkspace } from '../memory-workspace.js';
import { observationOf } from '../observation.js';
import type { PlatformWorkspace } from '../platform-workspaces.js';
import { beginningOf } from './begin-call.js';

/**
 * Has recorded what an assistant was told when a call began, as a webhook of Telnyx is: in Telnyx's form, whatever the platform's own is.
 * Costs some microseconds. It is a record of the conversation that the call becomes, and of the caller, so that it goes with either.
 *
 * @param begun undefined: nothing could be told in time
 */
export function noteBegun(
  { now, recorder, settings }: Pick<RouteDependencies, 'now' | 'recorder' | 'settings'>,
  res: Response,
  workspace: PlatformWorkspace,
  platform: 'vapi' | 'retell',
  { call, begun }: { readonly call: PlatformCall; readonly begun: Initialization | undefined },
): void {
  const { reading } = memoryWorkspace(workspace.settings, settings);
  const { callId } = call;
  const conversationId = callId === undefined ? undefined : callConversationId(workspace.id, { platform, callId });
  recorder?.note(
    receivedInitialization({
      workspaceId: workspace.id,
      platform,
      event: { ...beginningOf(workspace, platform, call), conversationId },
      reading,
      initialization: begun,
      answer: begun?.answer ?? NEUTRAL_ANSWER,
      secrets: workspace.secrets.map(({ value }) => value),
      durationMs: performance.now() - observationOf(res).arrivedAtMs,
      at: now(),
    }),
  );
}
