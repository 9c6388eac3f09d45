import type { CallReport } from '../../platforms/call-report.js';
import type { JsonObject } from '../../store/json.js';
import { storableMetadata } from '../../store/storable-metadata.js';

/**
 * The metadata of the conversation that a call leaves: Telnyx's own keys whatever the platform, so that `conversation_query` finds
 * calls of every platform by `metadata->telnyx_end_user_target`; and which platform's call it was.
 */
export function callMetadata(report: CallReport, extra: JsonObject = {}): JsonObject {
  const { platform, callId, agentId, channel, direction, endUserTarget, agentTarget, endedReason } = report;
  const metadata = {
    ...extra,
    telnyx_conversation_channel: channel,
    telnyx_end_user_target: endUserTarget,
    telnyx_agent_target: agentTarget,
    assistant_id: agentId,
    platform,
    call_id: callId,
    direction,
    ended_reason: endedReason,
  };
  return storableMetadata(Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)));
}
