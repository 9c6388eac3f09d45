import { NEUTRAL_VARIABLES } from '../neutral-variables.js';
import { objectOf } from '../payload-fields.js';

/**
 * The `assistant.initialization` event: what Telnyx says when a conversation begins, before anybody has spoken.
 *
 * Every field may be missing or of another type than documented: such a field is undefined here. `payload` keeps everything
 * that came, custom `X-*` SIP headers among it (Telnyx merges them in as keys of their own).
 */
export interface InitializationEvent {
  readonly eventId: string | undefined;
  readonly eventType: string | undefined;
  /** `phone_call`, `web_call`, `sms_chat`, `web_chat`, or what Telnyx adds later. */
  readonly channel: string | undefined;
  readonly agentTarget: string | undefined;
  /** A phone number, a SIP URI or another identifier, exactly as it came: it is stored in this spelling. */
  readonly endUserTarget: string | undefined;
  /** Of another platform: an id of the person that the operator vouches for. Telnyx has none, and nothing in its payload is one. */
  readonly externalId?: string | undefined;
  /** Telnyx verified the caller id (full STIR/SHAKEN attestation). */
  readonly endUserTargetVerified: boolean;
  /**
   * Of another platform, which never says whether a carrier vouches for a number: where a policy does not say (`unverified`), what is
   * sensitive is told even so.
   */
  readonly tellsSensitive?: boolean;
  readonly callControlId: string | undefined;
  readonly assistantId: string | undefined;
  readonly conversationId: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Reads any JSON value (undefined for a body that is no JSON) as an initialization event. Never throws. */
export function readInitialization(body: unknown): InitializationEvent {
  const envelope = objectOf(body);
  // Some Telnyx events come without the `data` envelope.
  const data = 'data' in envelope ? objectOf(envelope.data) : envelope;
  const payload = objectOf(data.payload);
  return {
    eventId: asText(data.id),
    eventType: asText(data.event_type),
    channel: asText(payload.telnyx_conversation_channel),
    agentTarget: asText(payload.telnyx_agent_target),
    endUserTarget: asText(payload.telnyx_end_user_target),
    endUserTargetVerified: payload.telnyx_end_user_target_verified === true,
    callControlId: asText(payload.call_control_id),
    assistantId: asText(payload.assistant_id),
    conversationId: asText(payload.telnyx_conversation_id),
    payload,
  };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * The answer to an initialization event, as Telnyx reads it. All sections are optional to Telnyx; a missing `memory`
 * means that the assistant remembers no earlier conversation.
 */
export interface InitializationAnswer {
  /** Only strings: a number or a null is a documented cause of failures. */
  readonly dynamic_variables: Readonly<Record<string, string>>;
  readonly memory?: { readonly conversation_query: string; readonly insight_query?: string };
  /** Added to the metadata of the conversation that begins. */
  readonly conversation: { readonly metadata: Readonly<Record<string, string>> };
}

/** What is said where nothing can be told: it gives nothing away, and the call goes on. */
export const NEUTRAL_ANSWER: InitializationAnswer = {
  dynamic_variables: NEUTRAL_VARIABLES,
  conversation: { metadata: {} },
};
