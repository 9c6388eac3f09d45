import { idOf, isoTimeOf, objectOf, type Payload } from '../payload-fields.js';
import { carrierTarget, type PersonReference, readPersonReference } from '../person-reference.js';
import type { PlatformCall } from '../platform-call.js';

/** Under these names an operator, or our own answer to the inbound webhook, says who the person is. The second is another product's. */
const REFERENCE_NAMES = ['memory_user_id', 'memoair_user_id'] as const;

/**
 * Reads a call object. Who the other side is says the operator's `metadata.memory_user_id`, or the dynamic variable of that name; else
 * the number by the call's direction: on outbound calls `from_number` is the business. Without a direction (web calls) a number is
 * nobody's.
 *
 * Source: docs.retellai.com, the call object; `PhoneCallResponse`, `WebCallResponse` and `ChatResponse` of the official SDK.
 */
export function readRetellCall(value: unknown): PlatformCall {
  const call = objectOf(value);
  const direction = call.direction === 'inbound' || call.direction === 'outbound' ? call.direction : undefined;
  const ends = { inbound: [call.to_number, call.from_number], outbound: [call.from_number, call.to_number] } as const;
  const [ours, theirs] = direction === undefined ? [] : ends[direction];
  const agentTarget = idOf(ours);
  const reference = vouchedReference(call);
  const vouchedNumber = reference !== undefined && 'number' in reference ? reference.number : undefined;
  return {
    callId: idOf(call.call_id) ?? idOf(call.chat_id),
    agentId: idOf(call.agent_id),
    channel: channelOf(call),
    direction,
    agentTarget,
    endUserTarget: vouchedNumber ?? carrierTarget(theirs, agentTarget),
    externalId: reference !== undefined && 'externalId' in reference ? reference.externalId : undefined,
    startedAt: isoTimeOf(call.start_timestamp),
    endedAt: isoTimeOf(call.end_timestamp),
  };
}

/** `collected_dynamic_variables` are not looked at: the conversation makes them. */
function vouchedReference(call: Payload): PersonReference | undefined {
  const sources = [objectOf(call.metadata), objectOf(call.retell_llm_dynamic_variables)];
  return sources
    .flatMap((source) => REFERENCE_NAMES.map((name) => readPersonReference(source[name])))
    .find((reference) => reference !== undefined);
}

function channelOf({ call_type, chat_type, chat_id }: Payload): PlatformCall['channel'] {
  if (chat_type === 'sms_chat') return 'sms_chat';
  if (chat_type !== undefined || chat_id !== undefined) return 'web_chat';
  return call_type === 'web_call' ? 'web_call' : 'phone_call';
}
