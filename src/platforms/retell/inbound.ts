import { isObject, objectOf } from '../payload-fields.js';
import type { PlatformCall } from '../platform-call.js';
import { readRetellCall } from './call.js';

/** What Retell asks before a call is answered, or an SMS (`inbound_webhook_url`, `inbound_sms_webhook_url` of a phone number). */
export interface RetellInbound {
  readonly kind: 'call_inbound' | 'chat_inbound';
  readonly call: PlatformCall;
}

/**
 * Reads any JSON value (undefined for a body that is no JSON). Never throws. The caller is always `from_number`.
 *
 * Source: docs.retellai.com, inbound call webhook.
 */
export function readRetellInbound(body: unknown): RetellInbound {
  const envelope = objectOf(body);
  const isChat =
    envelope.event === 'chat_inbound' || (isObject(envelope.chat_inbound) && !isObject(envelope.call_inbound));
  const kind = isChat ? 'chat_inbound' : 'call_inbound';
  const inbound = objectOf(envelope[kind]);
  // `metadata` is not sent here: the answer is what sets it.
  const call = readRetellCall({
    ...{ call_id: inbound.call_id, chat_id: inbound.chat_id, agent_id: inbound.agent_id },
    ...{ from_number: inbound.from_number, to_number: inbound.to_number, direction: 'inbound' },
    ...(isChat ? { chat_type: 'sms_chat' } : { call_type: 'phone_call' }),
  });
  return { kind, call };
}

interface InboundDecision {
  /** Texts only; every one that a prompt names, empty when unknown: what an unset one renders to is not known. */
  readonly dynamic_variables: Record<string, string>;
  /** Comes back in every later call object. */
  readonly metadata: Record<string, string>;
  readonly override_agent_id?: string;
}

export type RetellInboundAnswer =
  | { readonly call_inbound: InboundDecision }
  | { readonly chat_inbound: InboundDecision };

/**
 * The answer to the inbound webhook. Without a bound agent an empty decision ends the call, so the configured agent is named
 * whatever else is known.
 *
 * @param memoryUserId who the person is: carried through the call. Absent: nobody is known.
 * @param overrideAgentId absent: the number's own agent
 */
export function retellInboundAnswer(
  kind: RetellInbound['kind'],
  variables: Readonly<Record<string, string>>,
  memoryUserId: string | undefined,
  overrideAgentId: string | undefined,
): RetellInboundAnswer {
  const decision: InboundDecision = {
    dynamic_variables: { ...variables },
    metadata: memoryUserId === undefined || memoryUserId === '' ? {} : { memory_user_id: memoryUserId },
    ...(overrideAgentId === undefined ? {} : { override_agent_id: overrideAgentId }),
  };
  return kind === 'chat_inbound' ? { chat_inbound: decision } : { call_inbound: decision };
}
