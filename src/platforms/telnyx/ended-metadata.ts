import type { ConversationEnded } from './event.js';

/**
 * The metadata that Telnyx itself writes on a phone conversation, as far as the event of its end tells it. Who of `from` and `to` is the
 * end user is said only where the event has a direction, or exactly one of the two is an agent's number: a guess would put a
 * conversation into somebody else's memory.
 *
 * @param agentTargets numbers and addresses that are known to be agents'
 */
export function endedMetadata(
  event: ConversationEnded,
  agentTargets: readonly string[] = [],
): Readonly<Record<string, string | number>> {
  const targets = targetsOf(event, agentTargets);
  return Object.fromEntries(
    Object.entries({
      assistant_id: event.assistantId,
      telnyx_conversation_channel: 'phone_call',
      telnyx_agent_target: targets?.agent,
      telnyx_end_user_target: targets?.endUser,
      call_control_id: event.callControlId,
      call_leg_id: event.callLegId,
      call_session_id: event.callSessionId,
      from: event.from,
      to: event.to,
      duration_sec: event.durationSeconds,
    }).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

function targetsOf(
  { from, to, direction }: ConversationEnded,
  agentTargets: readonly string[],
): { readonly agent: string; readonly endUser: string } | undefined {
  if (from === undefined || to === undefined) return undefined;
  const inbound = { agent: to, endUser: from };
  const outbound = { agent: from, endUser: to };
  if (direction !== undefined) return direction === 'inbound' ? inbound : outbound;
  const fromIsAgent = agentTargets.includes(from);
  if (fromIsAgent === agentTargets.includes(to)) return undefined;
  return fromIsAgent ? outbound : inbound;
}
