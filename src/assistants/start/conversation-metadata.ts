import type { BeginningConversation } from '../../platforms/telnyx/initialization-request.js';
import type { JsonObject } from '../../store/json.js';
import { metadataProblems } from '../../store/storable.js';

/** Names that the platform's own metadata has: a webhook cannot say of a conversation whose it is. */
const RESERVED = /^(?:telnyx_.*|assistant_id|call_control_id)$/i;

/** What Telnyx writes on a conversation that begins; whether the caller is verified, and the call's id, only of phone calls. */
export function platformMetadata(conversation: Omit<BeginningConversation, 'headerVariables'>): JsonObject {
  const { callControlId } = conversation;
  return {
    assistant_id: conversation.assistantId,
    telnyx_conversation_channel: conversation.channel,
    telnyx_agent_target: conversation.agentTarget,
    telnyx_end_user_target: conversation.endUserTarget,
    ...(callControlId === undefined
      ? {}
      : {
          telnyx_end_user_target_verified: conversation.endUserTargetVerified,
          call_control_id: callControlId,
        }),
  };
}

/**
 * The metadata of a conversation that begins: the webhook's, over it that of whoever starts it, over that the platform's own. What the
 * webhook says and cannot be stored is dropped, member by member, and all of it where it would be too much.
 *
 * @param given is storable together with the platform's own
 */
export function conversationMetadata(
  platform: JsonObject,
  given: JsonObject,
  webhook: Readonly<Record<string, unknown>>,
): { readonly metadata: JsonObject; readonly problems: readonly string[] } {
  const own = { ...given, ...platform };
  const problems: string[] = [];
  const kept = Object.entries(webhook).filter(([key, value]) => {
    if (RESERVED.test(key)) {
      problems.push(`"conversation.metadata.${key.slice(0, 80)}" is the platform's own to say: it is ignored.`);
      return false;
    }
    const [problem] = metadataProblems({ [key]: value });
    if (problem !== undefined) problems.push(`Of "conversation", ${problem.detail} It is ignored.`);
    return problem === undefined;
  });
  const metadata = { ...Object.fromEntries(kept), ...own };
  if (metadataProblems(metadata).length === 0) return { metadata, problems };
  return { metadata: own, problems: ['"conversation.metadata" is too large to be stored: it is ignored.'] };
}
