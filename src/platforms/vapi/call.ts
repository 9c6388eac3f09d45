import { idOf, isoTimeOf, objectOf, type Payload } from '../payload-fields.js';
import { carrierTarget, type PersonReference, readPersonReference } from '../person-reference.js';
import type { PlatformCall } from '../platform-call.js';
import type { ToolCall } from './tool-calls.js';

/** A call as a server message of Vapi has it beside what the message is about. */
export interface VapiCall extends PlatformCall {
  /** Vapi's id of the business's number. */
  readonly phoneNumberId: string | undefined;
}

/**
 * The names of values that a workspace says nobody but its operator sets: static parameters of its tools, variables and metadata with
 * which it creates calls (`memory_user_id`). None by default: nothing in a payload proves it.
 */
export type TrustedNames = ReadonlySet<string>;

export const NO_TRUSTED_NAMES: TrustedNames = new Set();

/**
 * Reads the call of a server message. Who the other side is comes from `customer.number`, in both directions; where there is none
 * (web calls), from values that the workspace trusts. What the model says (`phone`) is nobody.
 *
 * @param toolCalls of the message, whose static parameters may be trusted
 */
export function readVapiCall(
  message: Payload,
  trusted: TrustedNames = NO_TRUSTED_NAMES,
  toolCalls: readonly ToolCall[] = [],
): VapiCall {
  const call = objectOf(message.call);
  const phoneNumber = objectOf(message.phoneNumber ?? call.phoneNumber);
  const agentTarget = idOf(phoneNumber.number) ?? idOf(phoneNumber.sipUri);
  const direction = directionOf(call.type);
  const carried = customersOf(message, call, direction)
    .map((value) => carrierTarget(value, agentTarget))
    .find((target) => target !== undefined);
  const references = trustedValues(call, trusted, toolCalls).flatMap((value) => readPersonReference(value) ?? []);
  return {
    callId: idOf(call.id),
    agentId: idOf(call.assistantId) ?? idOf(objectOf(message.assistant).id) ?? idOf(call.squadId),
    phoneNumberId: idOf(call.phoneNumberId) ?? idOf(phoneNumber.id),
    channel: channelOf(call.type, carried),
    direction,
    agentTarget,
    endUserTarget: carried ?? references.map(numberOf).find((number) => number !== undefined),
    externalId: references.map(externalIdOf).find((id) => id !== undefined),
    startedAt: isoTimeOf(message.startedAt) ?? isoTimeOf(call.startedAt),
    endedAt: isoTimeOf(message.endedAt) ?? isoTimeOf(call.endedAt),
  };
}

/** Where the other side's number may be, the most certain place first. */
function customersOf(message: Payload, call: Payload, direction: VapiCall['direction']): readonly unknown[] {
  const customers = [objectOf(message.customer), objectOf(call.customer)];
  return [
    ...customers.map(({ number }) => number),
    ...customers.map(({ sipUri }) => sipUri),
    // As in samples of the documentation; it matches no schema. On outbound calls it would be the business.
    direction === 'outbound' ? undefined : objectOf(call.from).phoneNumber,
  ];
}

function trustedValues(call: Payload, trusted: TrustedNames, toolCalls: readonly ToolCall[]): readonly unknown[] {
  const { metadata, variableValues } = objectOf(call.assistantOverrides);
  // With which the call was made. `artifact.variableValues` has what was extracted from the conversation among it.
  const made = [metadata, variableValues, call.metadata].map(objectOf);
  return [...trusted].flatMap((name) => [
    ...made.filter((values) => Object.hasOwn(values, name)).map((values) => values[name]),
    ...toolCalls.filter((call) => isStatic(call, name)).map((call) => call.arguments[name]),
  ]);
}

/** Whether an argument is the operator's: static values replace the model's of the same name. */
function isStatic({ arguments: values, staticNames, modelNames }: ToolCall, name: string): boolean {
  if (!Object.hasOwn(values, name)) return false;
  return staticNames === undefined ? !modelNames.has(name) : staticNames.has(name);
}

function numberOf(reference: PersonReference): string | undefined {
  return 'number' in reference ? reference.number : undefined;
}

function externalIdOf(reference: PersonReference): string | undefined {
  return 'externalId' in reference ? reference.externalId : undefined;
}

function directionOf(type: unknown): VapiCall['direction'] {
  if (type === 'inboundPhoneCall') return 'inbound';
  return type === 'outboundPhoneCall' ? 'outbound' : undefined;
}

/** A type that is not said (older samples) is told by whether there is a number. */
function channelOf(type: unknown, carried: string | undefined): VapiCall['channel'] {
  if (type === 'webCall' || type === 'vapi.websocketCall') return 'web_call';
  return typeof type === 'string' || carried !== undefined ? 'phone_call' : 'web_call';
}
