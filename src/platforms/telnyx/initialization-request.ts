/** What is said of a conversation that begins, for the event that its assistant's webhook gets. */
export interface BeginningConversation {
  /** UUID. */
  readonly conversationId: string;
  readonly assistantId: string;
  /** `phone_call`, `web_call`, `sms_chat`, `web_chat`. */
  readonly channel: string;
  readonly agentTarget: string;
  /** A phone number, a SIP URI or another identifier. */
  readonly endUserTarget: string;
  /** An inbound call with full STIR/SHAKEN attestation. */
  readonly endUserTargetVerified: boolean;
  /** Of phone calls. */
  readonly callControlId?: string | undefined;
  /** As `headerVariables` makes them. */
  readonly headerVariables: Readonly<Record<string, string>>;
}

/** An `assistant.initialization` event as it is sent: what `readInitialization` reads. */
export interface InitializationRequestEvent {
  readonly data: {
    readonly record_type: 'event';
    /** Receivers know a repeated event by it. */
    readonly id: string;
    readonly event_type: 'assistant.initialization';
    /** ISO 8601. */
    readonly occurred_at: string;
    readonly payload: Readonly<Record<string, unknown>>;
  };
}

/**
 * The event with which Telnyx asks the webhook of an assistant for variables and memory. Header variables are keys of the payload
 * beside Telnyx's own, which they cannot replace.
 *
 * @param id of the event
 */
export function initializationRequest(
  conversation: BeginningConversation,
  id: string,
  now: Date,
): InitializationRequestEvent {
  const { callControlId } = conversation;
  return {
    data: {
      record_type: 'event',
      id,
      event_type: 'assistant.initialization',
      occurred_at: now.toISOString(),
      payload: {
        ...conversation.headerVariables,
        telnyx_conversation_channel: conversation.channel,
        telnyx_agent_target: conversation.agentTarget,
        telnyx_end_user_target: conversation.endUserTarget,
        telnyx_end_user_target_verified: conversation.endUserTargetVerified,
        ...(callControlId === undefined ? {} : { call_control_id: callControlId }),
        assistant_id: conversation.assistantId,
        telnyx_conversation_id: conversation.conversationId,
      },
    },
  };
}
